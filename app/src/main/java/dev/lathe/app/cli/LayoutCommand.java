package dev.lathe.app.cli;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.metric.ValuesException;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.DimensionException;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.FirstView;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.Look;
import dev.lathe.ui.graph.layout.Quantizers;
import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.graph.paint.PictureExport;
import dev.lathe.ui.graph.paint.PictureFrame;
import dev.lathe.ui.theme.KindPalette;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Draws the graph of a model without a screen.
@Command(name = "layout", description = "Draw the layer graph of a model without a screen.")
final class LayoutCommand implements Callable<Integer> {
    private static final double NANOS_PER_MS = 1e6;

    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "Model file.")
    private Path model = Path.of("");

    @Mixin private DimensionOptions dimensions = new DimensionOptions();

    @Option(names = "--svg", paramLabel = "F", description = "Write the picture as SVG.")
    private @Nullable Path svg;

    @Option(names = "--png", paramLabel = "F", description = "Write the picture as PNG.")
    private @Nullable Path png;

    @Option(
            names = "--scale",
            paramLabel = "X",
            description = "Pixels for a unit of the picture; 1 by default, less for a huge PNG.")
    private @Nullable Double scale;

    @Option(names = "--dark", description = "Use the colours of the dark theme.")
    private boolean dark;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Open N levels of groups, 0 for none; without it as many as can be read.")
    private @Nullable Integer depth;

    @Option(
            names = "--expand-all",
            description = "Open all groups, branches, bodies and functions.")
    private boolean expandAll;

    @Option(names = "--flat", description = "Draw all nodes of the graph without groups.")
    private boolean flat;

    @Option(
            names = "--quantizers",
            description = "Draw QuantizeLinear and DequantizeLinear as nodes, not as badges.")
    private boolean quantizers;

    @Option(names = "--right", description = "From left to right instead of top to bottom.")
    private boolean right;

    @Mixin private OverlayOptions overlays = new OverlayOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    LayoutCommand(Console console) {
        this.console = console;
    }

    /// The result; the components are the properties of its JSON.
    private record Summary(
            int nodes,
            int edges,
            int groups,
            double width,
            double height,
            double parseMs,
            double layoutMs) {}

    @Override
    public Integer call()
            throws ModelFormatException,
                    DimensionException,
                    ValuesException,
                    IOException,
                    InterruptedException {
        long start = System.nanoTime();
        var graph = ModelFiles.read(model);
        long parsed = System.nanoTime();
        var bindings = dimensions.bindings(graph);
        var types = ShapeInference.infer(graph, bindings);
        var main = (flat ? Outline.ungrouped(graph, types) : Outline.of(graph, types)).main();
        var root = main.groups().root();
        var open =
                expandAll
                        ? FirstView.all(main, root)
                        : depth == null
                                ? FirstView.readable(main, root)
                                : FirstView.levels(main, root, depth);
        var picture =
                PictureExport.layOut(
                        main,
                        new Look(open, quantizers ? Quantizers.DRAWN : Quantizers.FOLDED),
                        right ? Direction.RIGHT : Direction.DOWN,
                        console.progress("layout"));
        long done = System.nanoTime();
        var overlay = overlays.overlay(graph, bindings, picture, console.progress("overlay"));
        write(picture, overlay);
        var summary =
                new Summary(
                        graph.graph().nodes().size(),
                        picture.edges().size(),
                        (int) main.groups().root().stream().count() - 1,
                        picture.width(),
                        picture.height(),
                        (parsed - start) / NANOS_PER_MS,
                        (done - parsed) / NANOS_PER_MS);
        if (json) {
            console.printJson(summary);
        } else {
            console.print(
                    "%d nodes, %d edges, %d groups, %.0f × %.0f; read in %s, laid out in %s"
                            .formatted(
                                    summary.nodes(),
                                    summary.edges(),
                                    summary.groups(),
                                    summary.width(),
                                    summary.height(),
                                    Figures.ms(summary.parseMs()),
                                    Figures.ms(summary.layoutMs())));
            if (!overlay.isNone()) {
                console.print(
                        "coloured by %s, %s to %s"
                                .formatted(
                                        overlay.title(),
                                        overlay.scale().lowest(),
                                        overlay.scale().highest()));
            }
        }
        return 0;
    }

    private void write(LaidOutGraph picture, NodeOverlay overlay)
            throws IOException, InterruptedException {
        var export = new PictureExport(dark ? KindPalette.DARK : KindPalette.LIGHT, overlay);
        if (svg != null) {
            var frame = PictureFrame.whole(picture, scale == null ? 1 : scale);
            export.writeSvg(picture, frame, svg, Progress.NONE);
        }
        if (png != null) {
            double fitting = Math.min(1, PictureFrame.largestScale(Area.of(picture)));
            var frame = PictureFrame.whole(picture, scale == null ? fitting : scale);
            export.writePng(picture, frame, png, console.progress("png"));
        }
    }
}
