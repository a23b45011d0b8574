package dev.lathe.ui.graph;

import dev.lathe.ui.graph.GraphReach.Way;
import dev.lathe.ui.graph.paint.Focus;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.ArrayDeque;
import java.util.BitSet;

/// The way of values to and from some boxes.
final class GraphTrace {
    private final PictureIndex picture;
    private final BitSet boxes = new BitSet();
    private final BitSet edges = new BitSet();

    private GraphTrace(PictureIndex picture) {
        this.picture = picture;
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
        trace.boxes.or(start);
        switch (mode) {
            case NEIGHBOURS -> {
                trace.walk(start, Way.BACK, Reach.NEAREST);
                trace.walk(start, Way.ON, Reach.NEAREST);
            }
            case UPSTREAM -> trace.walk(start, Way.BACK, Reach.ALL);
            case DOWNSTREAM -> trace.walk(start, Way.ON, Reach.ALL);
            case BOTH -> {
                trace.walk(start, Way.BACK, Reach.ALL);
                trace.walk(start, Way.ON, Reach.ALL);
            }
        }
        return Focus.on(trace.boxes, trace.edges);
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
            for (int edge : way.edges(picture, open.pop())) {
                int end = way.end(picture, edge);
                edges.set(edge);
                boolean goesOn = reach == Reach.ALL || GraphReach.isJunction(picture, end);
                if (!seen.get(end) && goesOn) {
                    open.add(end);
                }
                seen.set(end);
            }
        }
        boxes.or(seen);
    }
}
