package dev.lathe.ui.graph;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.ui.graph.GraphTrace.Mode;
import dev.lathe.ui.graph.layout.LlmGraphs;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Times files up to their first full picture in a window, and the frames while a language model of
/// 8,800 nodes, all of it open, is panned and zoomed. Arguments: the width and height of the window,
/// then model files. To be run with software rendering, on the headless platform (whose windows are
/// small) or in a virtual screen:
///
///     xvfb-run -s "-screen 0 1700x1100x24" java … dev.lathe.ui.graph.GraphBench 1600 1000 FILE…
final class GraphBench {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 9;
    private static final int LAYERS = 160;

    private final GraphViewModel model;
    private final GraphView view;
    private final Scene scene;

    private GraphBench(Stage stage, int width, int height) {
        var texts = new Texts(Locale.ENGLISH);
        model = new GraphViewModel(new DirectJobs(), texts);
        view = new GraphView(model, texts);
        scene = new Scene(view, width, height);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @SuppressWarnings("SystemOut") // this is what a benchmark is for
    public static void main(String[] arguments) throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        int width = Integer.parseInt(arguments[0]);
        int height = Integer.parseInt(arguments[1]);
        var bench =
                WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> new GraphBench(stage, width, height));
        for (String file : List.of(arguments).subList(2, arguments.length)) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: file to picture %.0f ms%n",
                    Path.of(file).getFileName(),
                    bench.openMs(Path.of(file)));
        }
        bench.show(LlmGraphs.model(LAYERS));
        bench.openAll();
        bench.measureFrames();
        FxToolkit.cleanupStages();
        Runtime.getRuntime().halt(0);
    }

    /// Reads, lays out and shows a model, and has the window drawn into an image.
    private double openMs(Path file) throws Exception {
        var times = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, model::clear);
            long start = System.nanoTime();
            show(ModelFiles.read(file));
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> scene.snapshot(null));
            times[Math.max(0, round)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private void show(ModelGraph graph) throws Exception {
        var types = ShapeInference.infer(graph);
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.show(graph, types));
        waitUntilPainted();
    }

    @SuppressWarnings("SystemOut") // this is what a benchmark is for
    private void openAll() throws Exception {
        long start = System.nanoTime();
        onFx(model::openAll);
        waitUntilPainted();
        System.out.printf(
                Locale.ROOT,
                "%d layers open, in %.0f ms%n",
                view.canvas().picture().graph().nodes(),
                (System.nanoTime() - start) / 1e6);
    }

    private void measureFrames() throws Exception {
        var canvas = view.canvas();
        for (double scale : new double[] {1, 0.45, 0.2, 0.05, 0.01}) {
            var name = String.format(Locale.ROOT, "pan at %.0f %%", scale * 100);
            measure(name, scale, frame -> canvas.pan(0, frame % 100 < 50 ? -25 : 25));
            measure(name + " fast", scale, frame -> canvas.pan(0, frame % 100 < 50 ? -150 : 150));
        }
        measure("zoom out and in", 1, frame -> canvas.zoom(frame % 150 < 75 ? 0.95 : 1 / 0.95));
        measure("zoom fast", 1, frame -> canvas.zoom(frame % 40 < 20 ? 0.8 : 1 / 0.8));
        var count = canvas.picture().graph().boxes().size();
        var all = new BoxSelection(model);
        onFx(() -> all.only(IntStream.range(0, count)));
        measure("pan, all selected", 0.2, frame -> canvas.pan(0, frame % 100 < 50 ? -25 : 25));
        measure("zoom, all selected", 1, frame -> canvas.zoom(frame % 40 < 20 ? 0.8 : 1 / 0.8));
        onFx(() -> all.only(IntStream.of(count / 2)));
        onFx(() -> view.trace().trace(Mode.BOTH));
        measure("pan, traced", 0.2, frame -> canvas.pan(0, frame % 100 < 50 ? -25 : 25));
        measure("zoom, traced", 1, frame -> canvas.zoom(frame % 40 < 20 ? 0.8 : 1 / 0.8));
        measure("walk, traced", 0.3, frame -> all.only(IntStream.of(count / 2 + frame)));
        onFx(() -> view.trace().end());
        onFx(all::clear);
        measure(
                "point",
                0.3,
                frame -> canvas.point(400 + 9 * (frame % 80), 200 + 7 * (frame % 60)));
    }

    @SuppressWarnings("SystemOut") // this is what a benchmark is for
    private void measure(String name, double scale, Frames.Step step) throws Exception {
        onFx(() -> {
            var graph = view.canvas().picture().graph();
            view.resetZoom();
            view.canvas().zoom(scale);
            view.canvas().center(graph.width() / 2, graph.height() / 3);
        });
        waitUntilPainted();
        var frames = new Frames(step);
        onFx(frames::start);
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, frames::isDone);
        System.out.printf(Locale.ROOT, "  %-22s %s%n", name, frames);
    }

    private void waitUntilPainted() throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(10_000, view::isPainted));
    }

    private static void onFx(Runnable action) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(60_000, action);
    }
}
