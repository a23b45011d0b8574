package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.BoxStyle;
import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.Brush.Bend;
import dev.lathe.ui.graph.paint.Brush.Stroke;
import dev.lathe.ui.graph.paint.FxBrush;
import dev.lathe.ui.graph.paint.FxBrush.FxFonts;
import dev.lathe.ui.graph.paint.GraphColors;
import dev.lathe.ui.graph.paint.PictureIndex;
import dev.lathe.ui.theme.Tint;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.canvas.Canvas;

/// What changes often and lies over the picture: rings around what is selected, found or pointed
/// at, and the edges of what is pointed at.
final class MarkLayer extends Canvas {
    private static final double RING = 2.5;
    private static final double EDGE = 2;

    private final FxFonts fonts = FxFonts.create();
    private boolean isBlank = true;

    /// What is marked.
    ///
    /// @param selected indices of boxes
    /// @param hits indices of boxes
    record Marks(
            PictureIndex picture,
            Collection<Integer> selected,
            Collection<Integer> hits,
            OptionalInt pointed) {}

    MarkLayer() {
        setMouseTransparent(true);
    }

    void paint(Marks marks, Viewport viewport, GraphColors colors) {
        var context = getGraphicsContext2D();
        boolean nothing =
                marks.selected.isEmpty() && marks.hits.isEmpty() && marks.pointed.isEmpty();
        if (nothing && isBlank) {
            return;
        }
        isBlank = nothing;
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, getWidth(), getHeight());
        setVisible(!nothing);
        double scale = viewport.scale();
        context.setTransform(scale, 0, 0, scale, viewport.offsetX(), viewport.offsetY());
        var brush = new FxBrush(context, fonts);
        marks.hits.forEach(i -> ring(brush, marks, i, viewport, colors.hit()));
        marks.pointed.ifPresent(i -> edges(brush, marks.picture, i, viewport, colors));
        marks.selected.forEach(i -> {
            edges(brush, marks.picture, i, viewport, colors);
            ring(brush, marks, i, viewport, colors.accent());
        });
    }

    private void ring(FxBrush brush, Marks marks, int index, Viewport viewport, Tint tint) {
        PlacedBox box = marks.picture.graph().boxes().get(index);
        double width = RING / viewport.scale();
        double gap = width;
        if (viewport.area().meets(box.x(), box.y(), box.right(), box.bottom())) {
            brush.outline(
                    box.x() - gap,
                    box.y() - gap,
                    box.width() + 2 * gap,
                    box.height() + 2 * gap,
                    BoxStyle.RADIUS + gap,
                    new Stroke(tint, width, 0, Bend.CURVED));
        }
    }

    private void edges(
            FxBrush brush, PictureIndex picture, int box, Viewport viewport, GraphColors colors) {
        double width = Math.max(EDGE, EDGE / viewport.scale());
        var in = paths(picture, picture.edgesInto(box));
        var out = paths(picture, picture.edgesOutOf(box));
        brush.edges(in, new Stroke(colors.incoming(), width, 0, Bend.CURVED));
        brush.arrowHeads(in, 3.5 * width, colors.incoming());
        brush.edges(out, new Stroke(colors.outgoing(), width, 0, Bend.CURVED));
        brush.arrowHeads(out, 3.5 * width, colors.outgoing());
    }

    private static List<EdgePath> paths(PictureIndex picture, List<Integer> edges) {
        return edges.stream().map(i -> picture.graph().edges().get(i).path()).toList();
    }
}
