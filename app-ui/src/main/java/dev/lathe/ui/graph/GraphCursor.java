package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Selects by keys: steps from box to box, the ends of the graph, all of it.
final class GraphCursor {
    private final GraphCanvas canvas;
    private final BoxSelection selection;

    GraphCursor(GraphCanvas canvas, BoxSelection selection) {
        this.canvas = canvas;
        this.selection = selection;
    }

    /// Selects the box that a step leads to; the first one if none is selected.
    void walk(Step step) {
        next(step).ifPresent(this::go);
    }

    /// Selects the box that a step leads to beside those that are.
    void extend(Step step) {
        next(step)
                .ifPresent(box -> {
                    selection.byKeysProperty().set(true);
                    selection.add(IntStream.of(box));
                    canvas.reveal(box);
                });
    }

    void first() {
        nodes().findFirst().ifPresent(this::go);
    }

    void last() {
        nodes().reduce((_, later) -> later).ifPresent(this::go);
    }

    /// Selects all nodes.
    void all() {
        selection.byKeysProperty().set(true);
        selection.only(nodes());
    }

    void none() {
        selection.clear();
    }

    private OptionalInt next(Step step) {
        var at = selection.cursor();
        return at.isPresent()
                ? new GraphWalk(picture()).from(at.getAsInt(), step)
                : nodes().findFirst();
    }

    private void go(int box) {
        selection.byKeysProperty().set(true);
        selection.only(IntStream.of(box));
        canvas.reveal(box);
    }

    private IntStream nodes() {
        return IntStream.range(0, boxes().size())
                .filter(i -> {
                    var role = boxes().get(i).box().role();
                    return role == BoxRole.NODE || role == BoxRole.GROUP;
                });
    }

    private List<PlacedBox> boxes() {
        return picture().graph().boxes();
    }

    private PictureIndex picture() {
        return canvas.picture();
    }
}
