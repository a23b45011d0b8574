package dev.lathe.ui.graph.layout;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Times opening a model up to its laid out picture, and the same layout by ELK layered. Arguments:
/// model files. Prints the median of warm rounds in milliseconds.
final class LayoutBench {
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 15;
    private static final int ELK_ROUNDS = 3;
    private static final long ELK_STACK = 1L << 29;

    private LayoutBench() {}

    @SuppressWarnings("SystemOut") // this is what a benchmark is for
    public static void main(String[] files) throws Exception {
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        for (String file : files) {
            var path = Path.of(file);
            var steps = new double[4][ROUNDS];
            GraphPicture picture = time(path, new double[4]);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                var times = new double[4];
                picture = time(path, times);
                for (int step = 0; round >= 0 && step < times.length; step++) {
                    steps[step][round] = times[step];
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-40s boxes %5d edges %5d  read %.1f  types %.1f  texts %.1f  layout %.1f"
                            + "  elk %.1f%n",
                    path.getFileName(),
                    picture.boxes().size(),
                    picture.edges().size(),
                    median(steps[0]),
                    median(steps[1]),
                    median(steps[2]),
                    median(steps[3]),
                    elkMs(picture));
        }
    }

    private static GraphPicture time(Path file, double[] times)
            throws ModelFormatException, InterruptedException {
        long start = System.nanoTime();
        ModelGraph model = ModelFiles.read(file);
        long read = System.nanoTime();
        var types = ShapeInference.infer(model);
        long typed = System.nanoTime();
        var measure = new CharWidths();
        var picture = Pictures.flat(model, types);
        long built = System.nanoTime();
        new LayeredLayout(measure).layOut(picture, Progress.NONE);
        long end = System.nanoTime();
        times[0] = (read - start) / 1e6;
        times[1] = (typed - read) / 1e6;
        times[2] = (built - typed) / 1e6;
        times[3] = (end - built) / 1e6;
        return picture;
    }

    private static double elkMs(GraphPicture picture) throws InterruptedException {
        var times = new double[ELK_ROUNDS];
        for (int round = -1; round < ELK_ROUNDS; round++) {
            var graph = elk(picture);
            var done = new ArrayList<Double>();
            var thread =
                    new Thread(
                            null,
                            () -> {
                                long start = System.nanoTime();
                                new RecursiveGraphLayoutEngine()
                                        .layout(graph, new BasicProgressMonitor());
                                done.add((System.nanoTime() - start) / 1e6);
                            },
                            "elk",
                            ELK_STACK);
            thread.start();
            thread.join();
            times[Math.max(0, round)] = done.isEmpty() ? Double.NaN : done.getFirst();
        }
        return median(times);
    }

    /// The same boxes and edges, with the settings that were found to be fastest.
    private static ElkNode elk(GraphPicture picture) {
        var graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        graph.setProperty(LayeredOptions.THOROUGHNESS, 1);
        graph.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        var nodes = new ArrayList<ElkNode>();
        for (PictureBox box : picture.boxes()) {
            var node = ElkGraphUtil.createNode(graph);
            node.setDimensions(box.width(), box.height());
            nodes.add(node);
        }
        for (PictureEdge edge : picture.edges()) {
            ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
        }
        return graph;
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
