package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.BoxStyle;
import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.Brush.Bend;
import dev.lathe.ui.graph.paint.Brush.Stroke;
import dev.lathe.ui.graph.paint.Detail;
import dev.lathe.ui.graph.paint.FxBrush;
import dev.lathe.ui.graph.paint.FxBrush.FxFonts;
import dev.lathe.ui.graph.paint.GraphColors;
import dev.lathe.ui.theme.Tint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.scene.canvas.Canvas;

/// What changes often and lies over the picture: rings around what is selected, found or pointed
/// at, and the edges of what is pointed at.
///
/// It is painted somewhat beyond the window, so that it is only moved while the picture is panned.
final class MarkLayer extends Canvas {
    private static final double RING = 2.5;
    private static final double EDGE = 2;
    private static final double MARGIN = 160;

    /// Of more boxes than this the edges are not drawn.
    private static final int MOST_WITH_EDGES = 40;

    private final FxFonts fonts = FxFonts.create();
    private Marks marks = Marks.NONE;
    private GraphColors colors;
    private Viewport painted = Viewport.NONE;

    MarkLayer(GraphColors colors) {
        this.colors = colors;
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Shows other marks.
    void show(Marks shown, GraphColors with, Viewport viewport) {
        if (!shown.equals(marks) || !with.equals(colors)) {
            marks = shown;
            colors = with;
            painted = Viewport.NONE;
        }
        update(viewport);
    }

    /// Shows the marks in another part of the picture.
    void update(Viewport viewport) {
        setVisible(!marks.isEmpty() && viewport.width() > 0);
        if (!isVisible()) {
            painted = Viewport.NONE;
            return;
        }
        double dx = viewport.offsetX() - painted.offsetX();
        double dy = viewport.offsetY() - painted.offsetY();
        boolean covered =
                painted.scale() == viewport.scale()
                        && painted.width() == viewport.width()
                        && painted.height() == viewport.height()
                        && Math.abs(dx) <= MARGIN
                        && Math.abs(dy) <= MARGIN;
        if (!covered) {
            paint(viewport);
            dx = 0;
            dy = 0;
        }
        setTranslateX(dx - MARGIN);
        setTranslateY(dy - MARGIN);
    }

    private void paint(Viewport viewport) {
        painted = viewport;
        setWidth(viewport.width() + 2 * MARGIN);
        setHeight(viewport.height() + 2 * MARGIN);
        double scale = viewport.scale();
        var area =
                new Area(
                        viewport.toPictureX(-MARGIN),
                        viewport.toPictureY(-MARGIN),
                        getWidth() / scale,
                        getHeight() / scale);
        var context = getGraphicsContext2D();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, getWidth(), getHeight());
        context.setTransform(scale, 0, 0, scale, 0, 0);
        var brush = new FxBrush(context, fonts).from(area.x(), area.y());
        var seen = bits(marks.picture().boxesIn(area));
        paintRings(brush, marks.hits(), seen, colors.hit(), scale);
        paintEdges(brush, scale);
        paintRings(brush, marks.selected(), seen, colors.accent(), scale);
        marks.cursor()
                .ifPresent(
                        i -> ring(brush, box(i), colors.accent(), 1.6 * RING / scale, 3 / scale));
    }

    private void paintRings(FxBrush brush, BitSet of, BitSet seen, Tint tint, double scale) {
        var shown = (BitSet) of.clone();
        shown.and(seen);
        boolean tiny = Detail.at(scale) == Detail.BLOCKS;
        double width = RING / scale;
        shown.stream()
                .mapToObj(this::box)
                .forEach(box -> {
                    if (tiny) {
                        brush.fill(
                                box.x() - width,
                                box.y() - width,
                                box.width() + 2 * width,
                                box.height() + 2 * width,
                                tint);
                    } else {
                        ring(brush, box, tint, width, width);
                    }
                });
    }

    private static void ring(FxBrush brush, PlacedBox box, Tint tint, double width, double gap) {
        brush.outline(
                box.x() - gap,
                box.y() - gap,
                box.width() + 2 * gap,
                box.height() + 2 * gap,
                BoxStyle.RADIUS + gap,
                new Stroke(tint, width, 0, Bend.CURVED));
    }

    private void paintEdges(FxBrush brush, double scale) {
        double width = Math.max(EDGE, EDGE / scale);
        var in = new ArrayList<EdgePath>();
        var out = new ArrayList<EdgePath>();
        var lit = (BitSet) marks.selected().clone();
        if (lit.cardinality() > MOST_WITH_EDGES) {
            lit.clear();
        }
        marks.pointedBox().ifPresent(lit::set);
        lit.stream()
                .forEach(i -> {
                    in.addAll(paths(GraphReach.into(marks.picture(), i)));
                    out.addAll(paths(GraphReach.outOf(marks.picture(), i)));
                });
        draw(brush, in, colors.incoming(), width);
        draw(brush, out, colors.outgoing(), width);
        marks.pointedEdge()
                .ifPresent(i ->
                        draw(
                                brush,
                                paths(GraphReach.along(marks.picture(), i)),
                                colors.accent(),
                                1.5 * width));
    }

    private static void draw(FxBrush brush, List<EdgePath> paths, Tint tint, double width) {
        brush.edges(paths, new Stroke(tint, width, 0, Bend.CURVED));
        brush.arrowHeads(paths, 3.5 * width, tint);
    }

    private List<EdgePath> paths(BitSet edges) {
        return edges.stream().mapToObj(i -> marks.picture().graph().edges().get(i).path()).toList();
    }

    private PlacedBox box(int index) {
        return marks.picture().graph().boxes().get(index);
    }

    private static BitSet bits(List<Integer> indices) {
        var bits = new BitSet();
        indices.forEach(bits::set);
        return bits;
    }
}
