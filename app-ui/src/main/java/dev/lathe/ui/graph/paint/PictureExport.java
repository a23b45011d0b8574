package dev.lathe.ui.graph.paint;

import dev.lathe.model.outline.Scope;
import dev.lathe.model.work.AtomicFile;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.LayeredLayout;
import dev.lathe.ui.graph.layout.Look;
import dev.lathe.ui.graph.layout.PictureBuilder;
import dev.lathe.ui.graph.paint.PictureFrame.Background;
import dev.lathe.ui.graph.paint.PngWriter.Pixels;
import dev.lathe.ui.theme.KindPalette;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// Pictures of graphs as files. Needs no screen and no JavaFX.
public final class PictureExport {
    private static final int STRIP = 256;

    private final GraphColors colors;
    private final NodeOverlay overlay;
    private final ChangeMarks changes;

    public PictureExport(KindPalette palette, NodeOverlay overlay) {
        this(palette, overlay, ChangeMarks.NONE);
    }

    /// Pictures that also mark what became of the boxes.
    public PictureExport(KindPalette palette, NodeOverlay overlay, ChangeMarks changes) {
        this.colors = GraphColors.of(palette);
        this.overlay = overlay;
        this.changes = changes;
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

    /// Writes a picture as SVG, its texts as texts and the names of what it shows as titles; the
    /// file appears only when it is complete.
    public void writeSvg(LaidOutGraph graph, PictureFrame frame, Path file, Progress progress)
            throws IOException, InterruptedException {
        progress.checkCancelled();
        var svg = svg(graph, frame).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(
                file,
                out -> {
                    progress.checkCancelled();
                    out.write(svg);
                });
    }

    /// Writes a picture as PNG; the file appears only when it is complete.
    ///
    /// @throws IOException also if the picture has too many pixels
    public void writePng(LaidOutGraph graph, PictureFrame frame, Path file, Progress progress)
            throws IOException, InterruptedException {
        if (!frame.fitsPixels()) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "Cannot write %s: a PNG of %,d × %,d pixels is too large; choose a scale"
                                    + " of at most %.3f, or SVG",
                            file.getFileName(),
                            frame.width(),
                            frame.height(),
                            PictureFrame.largestScale(frame.area())));
        }
        AtomicFile.write(file, out -> writePng(graph, frame, out, progress));
    }

    /// A picture as SVG.
    String svg(LaidOutGraph graph, PictureFrame frame) {
        var out = new StringBuilder(1 << 16);
        var area = frame.area();
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(frame.width());
        out.append("\" height=\"").append(frame.height()).append("\" viewBox=\"");
        out.append(SvgBrush.number(area.x())).append(' ').append(SvgBrush.number(area.y()));
        out.append(' ').append(SvgBrush.number(frame.width() / frame.scale()));
        out.append(' ').append(SvgBrush.number(frame.height() / frame.scale())).append("\">\n");
        out.append(
                """
                <style>
                text { font-family: Helvetica, Arial, "Liberation Sans", "DejaVu Sans", "PingFang SC", \
                "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; white-space: pre; }
                .title { font-size: 12px; font-weight: bold; }
                .line { font-size: 11px; }
                .label { font-size: 10px; }
                </style>
                """);
        paint(painter(graph), new SvgBrush(out), area, 1, frame.background());
        return out.append("</svg>\n").toString();
    }

    private void writePng(
            LaidOutGraph graph, PictureFrame frame, OutputStream out, Progress progress)
            throws IOException, InterruptedException {
        int width = (int) frame.width();
        int height = (int) frame.height();
        double scale = frame.scale();
        var area = frame.area();
        boolean opaque = frame.background() == Background.SURFACE;
        var painter = painter(graph);
        try (var png = new PngWriter(out, width, height, opaque ? Pixels.RGB : Pixels.RGBA)) {
            for (int top = 0; top < height; top += STRIP) {
                progress.checkCancelled();
                progress.update(top, height);
                var strip =
                        new BufferedImage(
                                width,
                                Math.min(STRIP, height - top),
                                opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
                var graphics = strip.createGraphics();
                var transform = AffineTransform.getTranslateInstance(0, -top);
                transform.scale(scale, scale);
                transform.translate(-area.x(), -area.y());
                graphics.setTransform(transform);
                var seen =
                        new Area(
                                area.x(),
                                area.y() + top / scale - 1,
                                area.width() + 1 / scale,
                                strip.getHeight() / scale + 2);
                paint(painter, new AwtBrush(graphics), seen, scale, frame.background());
                graphics.dispose();
                png.write(strip);
            }
        }
    }

    private static void paint(
            GraphPainter painter, Brush brush, Area area, double scale, Background background) {
        switch (background) {
            case SURFACE -> painter.paint(brush, area, scale);
            case TRANSPARENT -> painter.paintOver(brush, area, scale);
        }
    }

    private GraphPainter painter(LaidOutGraph graph) {
        return new GraphPainter(
                new PictureIndex(graph), colors, overlay, changes, new CharWidths());
    }
}
