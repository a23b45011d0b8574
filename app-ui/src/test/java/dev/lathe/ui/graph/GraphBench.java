package dev.lathe.ui.graph;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Times a file up to its first full picture in a window, and frames while that pans. Arguments:
/// model files. To be run on the headless platform with software rendering, like the tests.
final class GraphBench {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 9;
    private static final int FRAMES = 150;
    private static final double STEP = 25;

    private final GraphViewModel model;
    private final GraphView view;
    private final Scene scene;

    private GraphBench(Stage stage) {
        var texts = new Texts(Locale.ENGLISH);
        model = new GraphViewModel(new DirectJobs(), texts);
        view = new GraphView(model, texts);
        scene = new Scene(view, 1200, 760);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @SuppressWarnings("SystemOut") // this is what a benchmark is for
    public static void main(String[] files) throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        var bench = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new GraphBench(stage));
        for (String file : files) {
            var times = new double[ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                times[Math.max(0, round)] = bench.openMs(Path.of(file));
            }
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%-40s file to picture %.0f ms%s%n",
                    Path.of(file).getFileName(),
                    times[ROUNDS / 2],
                    bench.pan(1) + bench.pan(0.45) + bench.pan(0.2) + bench.pan(0.05));
        }
        FxToolkit.cleanupStages();
        Runtime.getRuntime().halt(0);
    }

    /// Reads, lays out and shows a model, and has the window drawn into an image.
    private double openMs(Path file) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(10_000, model::clear);
        long start = System.nanoTime();
        var graph = ModelFiles.read(file);
        var types = ShapeInference.infer(graph);
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.show(graph, types));
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(10_000, view::isPainted));
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> scene.snapshot(null));
        return (System.nanoTime() - start) / 1e6;
    }

    private String pan(double scale) throws Exception {
        var frames = Collections.synchronizedList(new ArrayList<Double>());
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    view.resetZoom();
                    view.canvas().zoom(scale);
                    new Panning(frames).start();
                });
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> frames.size() >= FRAMES);
        var sorted = new ArrayList<>(List.copyOf(frames));
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "; at %.0f %%: median %.0f, 95 %% %.0f, longest %.0f ms a frame",
                scale * 100,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.getLast());
    }

    /// Moves the picture a little in each frame, and notes how long frames take.
    private final class Panning extends AnimationTimer {
        private final List<Double> frames;
        private long last;

        Panning(List<Double> frames) {
            this.frames = frames;
        }

        @Override
        public void handle(long now) {
            if (last != 0) {
                frames.add((now - last) / 1e6);
            }
            last = now;
            view.canvas().pan(0, frames.size() % 100 < 50 ? -STEP : STEP);
            if (frames.size() >= FRAMES) {
                stop();
            }
        }
    }
}
