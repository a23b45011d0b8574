package dev.lathe.ui.graph.paint;

import dev.lathe.model.outline.Scope;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.LayeredLayout;
import dev.lathe.ui.graph.layout.Look;
import dev.lathe.ui.graph.layout.PictureBuilder;
import dev.lathe.ui.theme.KindPalette;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Pictures of whole graphs as files. Needs no screen and no JavaFX.
public final class PictureExport {
    /// The most pixels of an image; a larger picture is scaled down.
    private static final double MOST_PIXELS = 250e6;

    private static final double LONGEST_SIDE = 100_000;
    private static final int STRIP = 256;

    private final GraphColors colors;
    private final NodeOverlay overlay;

    public PictureExport(KindPalette palette, NodeOverlay overlay) {
        this.colors = GraphColors.of(palette);
        this.overlay = overlay;
    }

    /// Lays a graph out for {@link #writeSvg} and {@link #writePng}, with text measured without a
    /// screen.
    public static LaidOutGraph layOut(
            Scope scope, Look look, Direction direction, Progress progress)
            throws InterruptedException {
        var measure = new CharWidths();
        var picture = PictureBuilder.build(scope, look, measure, progress);
        return new LayeredLayout(measure, direction).layOut(picture, progress);
    }

    /// Writes a picture as SVG, its texts as texts; the file appears only when it is complete.
    public void writeSvg(LaidOutGraph graph, Path file) throws IOException {
        replace(file, out -> out.write(svg(graph).getBytes(StandardCharsets.UTF_8)));
    }

    /// Writes a picture as PNG; the file appears only when it is complete.
    ///
    /// @param scale pixels for a unit of the picture; less is used for a picture of more than 250
    ///   million pixels or a side of more than 100,000
    public void writePng(LaidOutGraph graph, double scale, Path file) throws IOException {
        replace(file, out -> writePng(graph, scale, out));
    }

    /// A picture as SVG.
    String svg(LaidOutGraph graph) {
        var out = new StringBuilder(1 << 16);
        var width = SvgBrush.number(Math.ceil(graph.width()));
        var height = SvgBrush.number(Math.ceil(graph.height()));
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
        out.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width);
        out.append(' ').append(height).append("\">\n");
        out.append(
                """
                <style>
                text { font-family: Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
                .title { font-size: 12px; font-weight: bold; }
                .line { font-size: 11px; }
                .label { font-size: 10px; }
                </style>
                """);
        painter(graph).paint(new SvgBrush(out), Area.of(graph), 1);
        return out.append("</svg>\n").toString();
    }

    private void writePng(LaidOutGraph graph, double wanted, OutputStream out) throws IOException {
        double scale = affordable(graph, wanted);
        int width = (int) Math.max(1, Math.ceil(graph.width() * scale));
        int height = (int) Math.max(1, Math.ceil(graph.height() * scale));
        var painter = painter(graph);
        try (var png = new PngWriter(out, width, height)) {
            for (int top = 0; top < height; top += STRIP) {
                var strip =
                        new BufferedImage(
                                width, Math.min(STRIP, height - top), BufferedImage.TYPE_INT_RGB);
                var graphics = strip.createGraphics();
                var transform = AffineTransform.getTranslateInstance(0, -top);
                transform.scale(scale, scale);
                graphics.setTransform(transform);
                var area =
                        new Area(
                                0,
                                top / scale - 1,
                                graph.width() + 1 / scale,
                                strip.getHeight() / scale + 2);
                painter.paint(new AwtBrush(graphics), area, scale);
                graphics.dispose();
                png.write(strip);
            }
        }
    }

    private GraphPainter painter(LaidOutGraph graph) {
        return new GraphPainter(new PictureIndex(graph), colors, overlay, new CharWidths());
    }

    private static double affordable(LaidOutGraph graph, double wanted) {
        double area = Math.max(1, graph.width() * graph.height());
        double side = Math.max(1, Math.max(graph.width(), graph.height()));
        return Math.min(wanted, Math.min(Math.sqrt(MOST_PIXELS / area), LONGEST_SIDE / side));
    }

    private static void replace(Path file, Content content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        var part = Files.createTempFile(folder, ".", ".part");
        try {
            try (var out = Files.newOutputStream(part)) {
                content.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
