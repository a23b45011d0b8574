package dev.lathe.ui.graph.layout;

import dev.lathe.ui.graph.layout.Cell.Pin;
import java.util.Arrays;

/// Turns rows and columns into places of cells and paths, across and along the flow.
final class Placement {
    private static final double GAP = 30;
    private static final double GAP_PER_WIDTH = 0.06;
    private static final double GAP_MORE = 60;
    private static final double PORT_DISTANCE = 14;
    private static final double PORT_INSET = 12;

    private final Slots slots;
    private final int[][] rows;
    private final double lead;

    /// The axis of each slot.
    private final double[] x;

    /// Where each link enters its lower slot, across the flow.
    private final double[] entry;

    private final double[] top;
    private final double[] bottom;

    /// @param lead the least gap behind the first row
    Placement(Slots slots, int[][] rows, double[] axes, double lead) {
        this.slots = slots;
        this.rows = rows;
        this.lead = lead;
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

    /// The near side of a cell, across the flow.
    double across(int cell) {
        return x[cell] - slots.cells.get(cell).across() / 2;
    }

    /// The near side of a cell, along the flow.
    double along(int cell) {
        int row = slots.rank[cell];
        var own = slots.cells.get(cell);
        return own.pin() == Pin.LOW ? bottom[row] - own.along() : top[row];
    }

    /// The path of an edge: across and along in turn.
    double[] path(int index) {
        var edge = slots.edges.get(index);
        var points = new PointList();
        int row = slots.rank[edge.from()];
        double from = x[edge.from()] + slots.cells.get(edge.from()).ports()[edge.port()];
        points.add(from, along(edge.from()) + slots.cells.get(edge.from()).along());
        points.add(from, bottom[row]);
        for (int slot : slots.passed[index]) {
            points.add(x[slot], top[slots.rank[slot]]);
            points.add(x[slot], bottom[slots.rank[slot]]);
        }
        points.add(entry[slots.last[index]], top[slots.rank[edge.to()]]);
        return points.toArray();
    }

    /// How far everything reaches across the flow.
    double width() {
        double width = 0;
        for (int slot = 0; slot < slots.size; slot++) {
            width = Math.max(width, x[slot] + slots.right[slot]);
        }
        return width;
    }

    /// How far everything reaches along the flow.
    double height() {
        return bottom.length == 0 ? 0 : bottom[bottom.length - 1];
    }

    /// Spreads the links that enter a slot, each as near as possible to where it comes from.
    private void enter(int slot) {
        if (!slots.isBox(slot)) {
            Arrays.stream(slots.up[slot]).forEach(link -> entry[link] = x[slot]);
            return;
        }
        var free = new IntList();
        for (int link : slots.up[slot]) {
            if (slots.isFixed[link]) {
                entry[link] = x[slot] + slots.arrival[link];
            } else {
                free.add(link);
            }
        }
        var ordered =
                Arrays.stream(free.toArray())
                        .boxed()
                        .sorted((a, b) -> Double.compare(origin(a), origin(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double half = Math.max(0, slots.cells.get(slot).across() / 2 - PORT_INSET);
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
            double gap = GAP + Math.min(GAP_MORE, widest * GAP_PER_WIDTH);
            y = Math.rint(bottom[row] + (row == 0 ? Math.max(lead, gap) : gap));
        }
    }

    private double heightOf(int slot) {
        if (!slots.isBox(slot)) {
            return 0;
        }
        var cell = slots.cells.get(slot);
        return cell.along() + cell.strip();
    }
}
