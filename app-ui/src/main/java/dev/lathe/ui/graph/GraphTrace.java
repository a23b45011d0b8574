package dev.lathe.ui.graph;

import dev.lathe.ui.graph.GraphReach.Way;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.paint.Focus;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;

/// The way of values to and from some boxes.
final class GraphTrace {
    private final PictureIndex picture;
    private final StubLinks links;
    private final BitSet boxes = new BitSet();
    private final BitSet edges = new BitSet();

    private GraphTrace(PictureIndex picture) {
        this.picture = picture;
        this.links = new StubLinks(picture);
    }

    /// What is traced.
    enum Mode {
        /// What makes the inputs and reads the outputs.
        NEIGHBOURS,
        /// All that the inputs are made from.
        UPSTREAM,
        /// All that is made from the outputs.
        DOWNSTREAM,
        /// Both ways to the ends of the graph.
        BOTH
    }

    /// What is on the way.
    static Focus from(PictureIndex picture, BitSet start, Mode mode) {
        var trace = new GraphTrace(picture);
        var from = trace.withContents(start);
        trace.boxes.or(from);
        switch (mode) {
            case NEIGHBOURS -> {
                trace.walk(from, Way.BACK, Reach.NEAREST);
                trace.walk(from, Way.ON, Reach.NEAREST);
            }
            case UPSTREAM -> trace.walk(from, Way.BACK, Reach.ALL);
            case DOWNSTREAM -> trace.walk(from, Way.ON, Reach.ALL);
            case BOTH -> {
                trace.walk(from, Way.BACK, Reach.ALL);
                trace.walk(from, Way.ON, Reach.ALL);
            }
        }
        return Focus.on(trace.boxes, trace.edges);
    }

    /// What is in the frames among some boxes, too.
    private BitSet withContents(BitSet some) {
        var all = (BitSet) some.clone();
        some.stream().flatMap(box -> GraphReach.contents(picture, box)).forEach(all::set);
        return all;
    }

    private enum Reach {
        NEAREST,
        ALL
    }

    private void walk(BitSet start, Way way, Reach reach) {
        var seen = (BitSet) start.clone();
        var open = new ArrayDeque<Integer>();
        start.stream().forEach(open::add);
        while (!open.isEmpty()) {
            int box = open.pop();
            var ends = new ArrayList<>(links.from(box, way));
            for (int edge : way.edges(picture, box)) {
                edges.set(edge);
                ends.add(way.end(picture, edge));
            }
            GraphReach.contents(picture, box).forEach(ends::add);
            for (int end : ends) {
                if (!seen.get(end) && (reach == Reach.ALL || isBetween(end))) {
                    open.add(end);
                }
                seen.set(end);
            }
        }
        boxes.or(seen);
    }

    /// Whether a box only stands between what makes a value and what reads it.
    private boolean isBetween(int box) {
        return GraphReach.isJunction(picture, box)
                || picture.graph().boxes().get(box).box().role() == BoxRole.STUB;
    }
}
