package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.PictureBox;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// How the boxes that are seen get from their places in one picture to those in the next, in the
/// coordinates of the next.
///
/// A box that both have moves; what was inside a group that closes goes to it and fades, what is
/// inside a group that opens comes from it.
final class Morph {
    private final PictureIndex before;
    private final PictureIndex after;
    private final double shiftX;
    private final double shiftY;
    private final Map<Integer, Move> moves = new HashMap<>();
    private final List<Move> leaving = new ArrayList<>();

    /// The way of one box.
    ///
    /// @param from 1 if it is there at the beginning, 0 if it appears
    /// @param to 1 if it is there at the end, 0 if it vanishes
    record Move(PlacedBox box, Area start, Area end, double from, double to) {

        /// Where the box is.
        ///
        /// @param done the share of the way that it has gone
        PlacedBox at(double done) {
            var width = mix(start.width(), end.width(), done);
            var height = mix(start.height(), end.height(), done);
            var was = box.box();
            var resized =
                    new PictureBox(
                            was.role(),
                            was.name(),
                            was.kind(),
                            was.title(),
                            was.lines(),
                            was.outputs(),
                            width,
                            height);
            return new PlacedBox(
                    resized,
                    mix(start.x(), end.x(), done),
                    mix(start.y(), end.y(), done),
                    box.frame(),
                    box.depth());
        }

        boolean isFrame() {
            return box.box().role().isFrame();
        }

        double opacity(double done) {
            return mix(from, to, done);
        }
    }

    /// @param seenBefore at the same scale as `seenAfter`
    Morph(PictureIndex before, Viewport seenBefore, PictureIndex after, Viewport seenAfter) {
        this.before = before;
        this.after = after;
        this.shiftX = (seenBefore.offsetX() - seenAfter.offsetX()) / seenAfter.scale();
        this.shiftY = (seenBefore.offsetY() - seenAfter.offsetY()) / seenAfter.scale();
        after.boxesIn(seenAfter.area()).forEach(this::arrive);
        before.boxesIn(seenBefore.area()).forEach(this::leave);
    }

    /// The boxes of the next picture that move, by their indices.
    Map<Integer, Move> moves() {
        return moves;
    }

    /// The boxes of the earlier picture that vanish.
    List<Move> leaving() {
        return leaving;
    }

    int size() {
        return moves.size() + leaving.size();
    }

    PictureIndex picture() {
        return after;
    }

    /// How far a box of the next picture is from its place, in x and y.
    double[] away(int box, double done) {
        for (int i = box; i >= 0; i = after.graph().boxes().get(i).frame()) {
            var move = moves.get(i);
            if (move != null) {
                var now = move.at(done);
                return new double[] {now.x() - move.end().x(), now.y() - move.end().y()};
            }
        }
        return new double[] {0, 0};
    }

    private void arrive(int index) {
        var box = after.graph().boxes().get(index);
        if (box.box().role() == BoxRole.JUNCTION) {
            return;
        }
        var end = area(box, 0, 0);
        var was = find(before, box.box());
        if (was.isPresent()) {
            var old = before.graph().boxes().get(was.getAsInt());
            boolean alike = isFrame(old) == isFrame(box);
            var start = area(old, shiftX, shiftY);
            moves.put(
                    index,
                    new Move(
                            box,
                            alike || isFrame(box) ? start : at(start, end),
                            end,
                            alike ? 1 : 0,
                            1));
            return;
        }
        var start = inside(after, index, before, shiftX, shiftY).orElse(end);
        moves.put(index, new Move(box, start, end, 0, 1));
    }

    private void leave(int index) {
        var box = before.graph().boxes().get(index);
        if (box.box().role() == BoxRole.JUNCTION) {
            return;
        }
        var start = area(box, shiftX, shiftY);
        var is = find(after, box.box());
        if (is.isEmpty()) {
            var end = inside(before, index, after, 0, 0).orElse(start);
            leaving.add(new Move(box, start, end, 1, 0));
            return;
        }
        var next = after.graph().boxes().get(is.getAsInt());
        var end = area(next, 0, 0);
        if (isFrame(next) != isFrame(box)) {
            leaving.add(new Move(box, start, isFrame(box) ? end : at(end, start), 1, 0));
        } else {
            moves.putIfAbsent(is.getAsInt(), new Move(next, start, end, 1, 1));
        }
    }

    /// Where a box of one picture is in the other: in what stands there for a frame around it.
    private static Optional<Area> inside(
            PictureIndex one, int index, PictureIndex other, double dx, double dy) {
        var boxes = one.graph().boxes();
        var box = boxes.get(index);
        for (int i = box.frame(); i >= 0; i = boxes.get(i).frame()) {
            var found = find(other, boxes.get(i).box());
            if (found.isPresent()) {
                var frame = boxes.get(i);
                var home = area(other.graph().boxes().get(found.getAsInt()), dx, dy);
                double x = (box.centerX() - frame.x()) / frame.width() * home.width();
                double y = (box.centerY() - frame.y()) / frame.height() * home.height();
                return Optional.of(
                        new Area(
                                home.x() + x - box.width() / 2,
                                home.y() + y - box.height() / 2,
                                box.width(),
                                box.height()));
            }
        }
        return Optional.empty();
    }

    /// The box of a picture that stands for the same as a box of another.
    private static OptionalInt find(PictureIndex picture, PictureBox box) {
        var graph = picture.graph();
        if (!box.role().isGroup() && !box.role().isLayer()) {
            return OptionalInt.empty();
        }
        var key = BoxSelection.Key.of(box);
        var found = key.isGroup() ? graph.boxOfGroup(key.name()) : graph.boxOf(key.name());
        return found.stream()
                .filter(i -> BoxSelection.Key.of(graph.boxes().get(i).box()).equals(key))
                .findFirst();
    }

    private static boolean isFrame(PlacedBox box) {
        return box.box().role().isFrame();
    }

    private static Area area(PlacedBox box, double dx, double dy) {
        return new Area(box.x() + dx, box.y() + dy, box.width(), box.height());
    }

    /// An area of the size of another at the corner of one.
    private static Area at(Area corner, Area size) {
        return new Area(corner.x(), corner.y(), size.width(), size.height());
    }

    private static double mix(double a, double b, double done) {
        return a + (b - a) * done;
    }
}
