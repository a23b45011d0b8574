package dev.lathe.ui.graph;

import dev.lathe.ui.graph.GraphReach.Way;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Steps along the edges and rows of a picture, as it is seen: where it flows to the right, a step
/// to the right follows an edge.
final class GraphWalk {
    private final PictureIndex index;
    private final boolean down;

    GraphWalk(PictureIndex index) {
        this.index = index;
        this.down = index.graph().direction() == Direction.DOWN;
    }

    /// The box that a step leads to; empty at the end of the graph.
    OptionalInt from(int box, Step step) {
        return switch (step) {
            case UP -> down ? along(box, Way.BACK) : across(box, -1);
            case DOWN -> down ? along(box, Way.ON) : across(box, 1);
            case LEFT -> down ? across(box, -1) : along(box, Way.BACK);
            case RIGHT -> down ? across(box, 1) : along(box, Way.ON);
        };
    }

    /// To the nearest end of an edge; from an open box down to the first in it.
    private OptionalInt along(int box, Way way) {
        if (at(box).box().role().isFrame()) {
            return way == Way.ON
                    ? GraphReach.contents(index, box).filter(this::isGoal).findFirst()
                    : nearest(box, GraphReach.contents(index, box).flatMap(i -> ends(i, way)));
        }
        return nearest(box, ends(box, way));
    }

    /// The boxes at the ends of the edges of a box; for a stub what it stands for.
    private IntStream ends(int box, Way way) {
        var edges = way == Way.BACK ? GraphReach.into(index, box) : GraphReach.outOf(index, box);
        return edges.stream().map(edge -> way.end(index, edge)).flatMap(this::behindStub);
    }

    private IntStream behindStub(int box) {
        return at(box).box().role() == BoxRole.STUB
                ? new StubLinks(index).from(box, Way.BACK).stream().mapToInt(i -> i)
                : IntStream.of(box);
    }

    /// The box that is nearest across the flow: the straightest way on.
    private OptionalInt nearest(int box, IntStream candidates) {
        var inside = GraphReach.contents(index, box).boxed().toList();
        return candidates
                .filter(this::isGoal)
                .filter(i -> i != box && !inside.contains(i))
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.abs(middle(i) - middle(box))))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /// To the next box in the same row.
    private OptionalInt across(int box, int sign) {
        var from = at(box);
        var graph = index.graph();
        var row =
                down
                        ? new Area(0, from.y(), graph.width(), from.height())
                        : new Area(from.x(), 0, from.width(), graph.height());
        return index.boxesIn(row).stream()
                .filter(i -> isGoal(i) && !at(i).box().role().isFrame())
                .filter(i -> (middle(i) - middle(box)) * sign > 0)
                .min(Comparator.comparingDouble(i -> Math.abs(middle(i) - middle(box))))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private double middle(int box) {
        return down ? at(box).centerX() : at(box).centerY();
    }

    private boolean isGoal(int box) {
        var role = at(box).box().role();
        return role.isLayer() || role.isGroup();
    }

    private PlacedBox at(int box) {
        return index.graph().boxes().get(box);
    }
}
