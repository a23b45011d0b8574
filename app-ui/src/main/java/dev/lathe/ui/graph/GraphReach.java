package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.PlacedEdge;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Which edges a value takes: an edge of the model that crosses frames is drawn in pieces with
/// junctions between them.
final class GraphReach {
    private GraphReach() {}

    /// The edges that bring values into a box, with their pieces back to what makes them.
    static BitSet into(PictureIndex picture, int box) {
        return follow(picture, box, Way.BACK);
    }

    /// The edges that carry values out of a box, with their pieces on to what reads them.
    static BitSet outOf(PictureIndex picture, int box) {
        return follow(picture, box, Way.ON);
    }

    /// The boxes that make the inputs of a box.
    static BitSet makers(PictureIndex picture, int box) {
        return ends(picture, into(picture, box), Way.BACK);
    }

    /// The boxes that read the outputs of a box.
    static BitSet readers(PictureIndex picture, int box) {
        return ends(picture, outOf(picture, box), Way.ON);
    }

    private static BitSet ends(PictureIndex picture, BitSet edges, Way way) {
        var ends = new BitSet();
        edges.stream().map(edge -> way.end(picture, edge)).forEach(ends::set);
        for (int i = ends.nextSetBit(0); i >= 0; i = ends.nextSetBit(i + 1)) {
            ends.set(i, !isJunction(picture, i));
        }
        return ends;
    }

    /// An edge with all pieces of what it is a piece of.
    static BitSet along(PictureIndex picture, int edge) {
        var placed = picture.graph().edges().get(edge);
        var all = new BitSet();
        all.set(edge);
        if (isJunction(picture, placed.from())) {
            all.or(follow(picture, placed.from(), Way.BACK));
        }
        if (isJunction(picture, placed.to())) {
            all.or(follow(picture, placed.to(), Way.ON));
        }
        return all;
    }

    /// The piece of an edge that leaves what makes its value.
    static PlacedEdge firstPiece(PictureIndex picture, int edge) {
        var at = picture.graph().edges().get(edge);
        while (isJunction(picture, at.from()) && !picture.edgesInto(at.from()).isEmpty()) {
            at = picture.graph().edges().get(picture.edgesInto(at.from()).getFirst());
        }
        return at;
    }

    /// The boxes in a frame, those in frames in it included; none of a box that is no frame.
    static IntStream contents(PictureIndex picture, int frame) {
        var boxes = picture.graph().boxes();
        if (!boxes.get(frame).box().role().isFrame()) {
            return IntStream.empty();
        }
        // a frame comes just before what it holds
        return IntStream.range(frame + 1, boxes.size())
                .takeWhile(i -> boxes.get(i).frame() >= frame);
    }

    static boolean isJunction(PictureIndex picture, int box) {
        return picture.graph().boxes().get(box).box().role() == BoxRole.JUNCTION;
    }

    /// Along or against the flow of values.
    enum Way {
        BACK,
        ON;

        /// The box at the end of an edge.
        int end(PictureIndex picture, int edge) {
            var placed = picture.graph().edges().get(edge);
            return this == BACK ? placed.from() : placed.to();
        }

        Iterable<Integer> edges(PictureIndex picture, int box) {
            return this == BACK ? picture.edgesInto(box) : picture.edgesOutOf(box);
        }
    }

    private static BitSet follow(PictureIndex picture, int start, Way way) {
        var found = new BitSet();
        var open = new ArrayDeque<Integer>();
        open.add(start);
        while (!open.isEmpty()) {
            for (int edge : way.edges(picture, open.pop())) {
                int end = way.end(picture, edge);
                if (!found.get(edge) && isJunction(picture, end)) {
                    open.add(end);
                }
                found.set(edge);
            }
        }
        return found;
    }
}
