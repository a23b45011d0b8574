package dev.lathe.ui.graph.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns rows and columns into places of boxes, paths and labels.
final class Placement {
    private static final double GAP = 30;
    private static final double GAP_PER_WIDTH = 0.06;
    private static final double GAP_MORE = 60;
    private static final double PORT_DISTANCE = 14;
    private static final double PORT_INSET = 12;
    private static final double LABEL_HEIGHT = 13;
    private static final double LABEL_DROP = 2;

    private final Slots slots;
    private final int[][] rows;
    private final double[] x;
    private final TextMeasure measure;

    /// The x at which each link enters its lower slot.
    private final double[] entry;

    private final double[] top;
    private final double[] bottom;

    Placement(Slots slots, int[][] rows, double[] axes, TextMeasure measure) {
        this.slots = slots;
        this.rows = rows;
        this.measure = measure;
        this.x = axes.clone();
        double least = Double.POSITIVE_INFINITY;
        for (int slot = 0; slot < slots.size; slot++) {
            least = Math.min(least, x[slot] - slots.left[slot]);
        }
        for (int slot = 0; slot < slots.size; slot++) {
            x[slot] = Math.rint(x[slot] - least);
        }
        entry = new double[slots.upper.length];
        for (int slot = 0; slot < slots.size; slot++) {
            enter(slot);
        }
        top = new double[slots.rows];
        bottom = new double[slots.rows];
        stackRows();
    }

    List<PlacedBox> boxes() {
        var placed = new ArrayList<PlacedBox>(slots.boxes.size());
        for (int i = 0; i < slots.boxes.size(); i++) {
            var box = slots.boxes.get(i);
            placed.add(new PlacedBox(box, x[i] - box.width() / 2, top[slots.rank[i]]));
        }
        return placed;
    }

    List<PlacedLabel> labels() {
        var placed = new ArrayList<PlacedLabel>();
        for (int i = 0; i < slots.boxes.size(); i++) {
            var box = slots.boxes.get(i);
            for (int port = 0; port < box.outputs().size(); port++) {
                if (Ports.isLabelled(box.outputs(), port)) {
                    var text = box.outputs().get(port).label();
                    placed.add(
                            new PlacedLabel(
                                    text,
                                    i,
                                    x[i] + slots.ports[i][port] + Ports.LABEL_GAP,
                                    top[slots.rank[i]] + box.height() + LABEL_DROP,
                                    measure.width(text, TextRole.LABEL),
                                    LABEL_HEIGHT));
                }
            }
        }
        return placed;
    }

    List<EdgePath> paths() {
        var paths = new ArrayList<EdgePath>(slots.edges.size());
        for (int i = 0; i < slots.edges.size(); i++) {
            paths.add(path(slots.edges.get(i), slots.passed[i]));
        }
        return paths;
    }

    /// How far everything reaches to the right.
    double width() {
        double width = 0;
        for (int slot = 0; slot < slots.size; slot++) {
            width = Math.max(width, x[slot] + slots.right[slot]);
        }
        return width;
    }

    double height() {
        return bottom.length == 0 ? 0 : bottom[bottom.length - 1];
    }

    /// Spreads the links that enter a slot, each as near as possible to where it comes from.
    private void enter(int slot) {
        var links = slots.up[slot].clone();
        if (!slots.isBox(slot)) {
            Arrays.stream(links).forEach(link -> entry[link] = x[slot]);
            return;
        }
        var ordered =
                Arrays.stream(links)
                        .boxed()
                        .sorted((a, b) -> Double.compare(origin(a), origin(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double half = slots.boxes.get(slot).width() / 2 - PORT_INSET;
        double low = x[slot] - half;
        double high = x[slot] + half;
        double apart =
                ordered.length < 2
                        ? 0
                        : Math.min(PORT_DISTANCE, (high - low) / (ordered.length - 1));
        double least = low;
        for (int i = 0; i < ordered.length; i++) {
            entry[ordered[i]] = Math.max(least, Math.min(high, origin(ordered[i])));
            least = entry[ordered[i]] + apart;
        }
        double most = high;
        for (int i = ordered.length - 1; i >= 0; i--) {
            entry[ordered[i]] = Math.min(most, entry[ordered[i]]);
            most = entry[ordered[i]] - apart;
        }
    }

    private double origin(int link) {
        return x[slots.upper[link]] + slots.offset[link];
    }

    private void stackRows() {
        double y = 0;
        for (int row = 0; row < rows.length; row++) {
            top[row] = y;
            double tallest = 0;
            double widest = 0;
            for (int slot : rows[row]) {
                tallest = Math.max(tallest, heightOf(slot));
                for (int link : slots.down[slot]) {
                    widest = Math.max(widest, Math.abs(entry[link] - origin(link)));
                }
            }
            bottom[row] = y + tallest;
            y = bottom[row] + GAP + Math.min(GAP_MORE, widest * GAP_PER_WIDTH);
            y = Math.rint(y);
        }
    }

    private double heightOf(int slot) {
        if (!slots.isBox(slot)) {
            return 0;
        }
        var box = slots.boxes.get(slot);
        boolean labelled = false;
        for (int port = 0; port < box.outputs().size(); port++) {
            labelled |= Ports.isLabelled(box.outputs(), port);
        }
        return box.height() + (labelled ? Ports.STRIP : 0);
    }

    private EdgePath path(PictureEdge edge, int[] passed) {
        var points = new PointList();
        int row = slots.rank[edge.from()];
        double from = x[edge.from()] + slots.ports[edge.from()][edge.port()];
        points.add(from, top[row] + slots.boxes.get(edge.from()).height());
        points.add(from, bottom[row]);
        for (int slot : passed) {
            points.add(x[slot], top[slots.rank[slot]]);
            points.add(x[slot], bottom[slots.rank[slot]]);
        }
        int last = passed.length == 0 ? edge.from() : passed[passed.length - 1];
        double port = passed.length == 0 ? slots.ports[last][edge.port()] : 0;
        points.add(entryOf(last, port, edge.to()), top[slots.rank[edge.to()]]);
        return points.toPath();
    }

    private double entryOf(int above, double port, int below) {
        for (int link : slots.up[below]) {
            if (slots.upper[link] == above && slots.offset[link] == port) {
                return entry[link];
            }
        }
        throw new IllegalStateException("slots " + above + " and " + below + " are not linked");
    }
}
