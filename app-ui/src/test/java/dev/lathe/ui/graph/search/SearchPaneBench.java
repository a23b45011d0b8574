package dev.lathe.ui.graph.search;

import atlantafx.base.theme.PrimerLight;
import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.resources.Stylesheets;
import dev.lathe.ui.graph.GraphState;
import dev.lathe.ui.graph.GraphView;
import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.job.FxJobs;
import dev.lathe.ui.text.Texts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Times keystrokes in the search field of a window with a graph of 10,000 layers, from the key to
/// the laid out list, and how much of that keeps the JavaFX thread. To be run on the headless
/// platform with software rendering, like the tests.
final class SearchPaneBench {
    private static final int LAYERS = 10_000;
    private static final int ROUNDS = 6;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final List<String> QUERIES =
            List.of("attn matmul", "op:MatMul -proj", "/layers\\.\\d+9\\/.*Add$/", "-x");

    private final GraphViewModel model;
    private final GraphView view;

    private SearchPaneBench(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        var texts = new Texts(Locale.ENGLISH);
        model = new GraphViewModel(new FxJobs(FxJobs.threads()), texts);
        view = new GraphView(model, texts);
        var scene = new Scene(view, 1200, 760);
        scene.getStylesheets().setAll(Stylesheets.light());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @SuppressWarnings("SystemOut") // this is what a benchmark is for
    public static void main(String[] arguments) throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        var bench = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> new SearchPaneBench(stage));
        bench.open();
        for (String query : QUERIES) {
            var whole = new ArrayList<Double>();
            var blocked = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                for (int length = 1; length <= query.length(); length++) {
                    bench.type(
                            query.substring(0, length),
                            round == 0 ? new ArrayList<>() : whole,
                            round == 0 ? new ArrayList<>() : blocked);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %6d hits, key to list: median %.1f, longest %.1f ms;"
                            + " JavaFX thread: median %.1f, longest %.1f ms%n",
                    query,
                    bench.model.search().resultProperty().get().hits().size(),
                    median(whole),
                    Collections.max(whole),
                    median(blocked),
                    Collections.max(blocked));
        }
        FxToolkit.cleanupStages();
        Runtime.getRuntime().halt(0);
    }

    private void open() throws Exception {
        var nodes = new ArrayList<Node>();
        var last = "x";
        for (int i = 0; i < LAYERS / 5; i++) {
            for (String operator :
                    List.of("attn/q_proj/MatMul", "attn/Add", "attn/Softmax", "fc/MatMul", "Add")) {
                var name = "/model/layers." + i + "/" + operator;
                var type = operator.substring(operator.lastIndexOf('/') + 1);
                nodes.add(Graphs.node(name, type, last, name + "_output_0"));
                last = name + "_output_0";
            }
        }
        var graph = Graphs.model(Graphs.of(List.of(), nodes.toArray(Node[]::new)));
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.show(graph, InferredTypes.NONE));
        waitFor(() -> model.stateProperty().get() == GraphState.READY);
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.search().queryProperty().set("zz"));
        waitFor(() -> model.search().stateProperty().get() == SearchState.DONE);
    }

    private void type(String query, List<Double> whole, List<Double> blocked) throws Exception {
        long start = System.nanoTime();
        long before =
                WaitForAsyncUtils.waitForAsyncFx(
                        60_000,
                        () -> {
                            long used = CPU.getCurrentThreadCpuTime();
                            model.search().queryProperty().set(query);
                            return used;
                        });
        waitFor(() ->
                model.search().resultProperty().get().query().text().equals(query.strip())
                        || query.isBlank());
        long after =
                WaitForAsyncUtils.waitForAsyncFx(
                        60_000,
                        () -> {
                            view.applyCss();
                            view.layout();
                            return CPU.getCurrentThreadCpuTime();
                        });
        whole.add((System.nanoTime() - start) / 1e6);
        blocked.add((after - before) / 1e6);
    }

    private interface Condition {
        boolean holds();
    }

    private static void waitFor(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!WaitForAsyncUtils.waitForAsyncFx(60_000, condition::holds)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("took more than a minute");
            }
            Thread.sleep(0, 200_000);
        }
    }

    private static double median(List<Double> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
