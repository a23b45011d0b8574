package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Steps along the edges and rows of a picture.
final class GraphWalk {
    private final PictureIndex index;

    GraphWalk(PictureIndex index) {
        this.index = index;
    }

    /// The box that a step leads to; empty at the end of the graph.
    OptionalInt from(int box, Step step) {
        return switch (step) {
            case UP -> nearest(box, GraphReach.into(index, box).stream().map(this::source));
            case DOWN -> nearest(box, GraphReach.outOf(index, box).stream().map(this::target));
            case LEFT -> inRow(box, -1);
            case RIGHT -> inRow(box, 1);
        };
    }

    private int source(int edge) {
        return index.graph().edges().get(edge).from();
    }

    private int target(int edge) {
        return index.graph().edges().get(edge).to();
    }

    /// The node that is nearest in x; the straightest way on.
    private OptionalInt nearest(int box, IntStream candidates) {
        double x = at(box).centerX();
        return candidates
                .filter(this::isGoal)
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.abs(at(i).centerX() - x)))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private OptionalInt inRow(int box, int sign) {
        var from = at(box);
        var row = new Area(0, from.y(), index.graph().width(), from.height());
        return index.boxesIn(row).stream()
                .filter(i -> isGoal(i) && !at(i).box().role().isFrame())
                .filter(i -> (at(i).centerX() - from.centerX()) * sign > 0)
                .min(Comparator.comparingDouble(i -> Math.abs(at(i).centerX() - from.centerX())))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private boolean isGoal(int box) {
        var role = at(box).box().role();
        return role.isLayer() || role.isGroup();
    }

    private PlacedBox at(int box) {
        return index.graph().boxes().get(box);
    }
}
