package dev.lathe.ui.graph.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The layered graph: a slot for each box and one for each row that a long edge passes, and links
/// between slots of neighbouring rows. Long edges of one value share their slots.
final class Slots {
    private static final double BOX_GAP = 26;
    private static final double EDGE_GAP = 7;

    final List<Cell> cells;
    final List<PictureEdge> edges;
    final int rows;
    final int size;
    final int[] rank;

    /// How far a slot reaches to the left and to the right of its axis.
    final double[] left;

    final double[] right;

    /// The links in order of their upper slot and port.
    final int[] upper;

    final int[] lower;
    final double[] offset;

    /// How far from the axis of its lower slot each link has to enter it; 0 if it may choose.
    final double[] arrival;

    final boolean[] isFixed;

    /// How far the axis of the lower slot of each link stands from that of the upper one if the
    /// link is to be straight. A frame that nothing runs straight through stands with its axis in
    /// the line instead: if each stood below the exit of the one before, a long line of frames
    /// would drift away sideways.
    final double[] lean;

    /// For each slot the links that leave it downwards and those that enter it from above.
    final int[][] down;

    final int[][] up;

    /// For each edge the slots that it passes, boxes left out.
    final int[][] passed;

    /// For each edge its last link.
    final int[] last;

    Slots(Stubs stubs) {
        cells = stubs.cells();
        edges = stubs.edges();
        var build = new Build(stubs.ranks());
        passed = build.passed;
        last = build.last;
        size = build.size;
        rank = Arrays.copyOf(build.rank, size);
        rows = Arrays.stream(rank).max().orElse(-1) + 1;
        upper = build.upper.toArray();
        lower = build.lower.toArray();
        offset = new double[upper.length];
        for (int link = 0; link < upper.length; link++) {
            offset[link] = build.port.get(link) < 0 ? 0 : portOffset(build, link);
        }
        arrival = new double[upper.length];
        isFixed = new boolean[upper.length];
        for (int edge = 0; edge < last.length; edge++) {
            arrival[last[edge]] = arrivalOf(edges.get(edge));
            isFixed[last[edge]] = edges.get(edge).entry() >= 0;
        }
        lean = new double[upper.length];
        for (int link = 0; link < lean.length; link++) {
            lean[link] = lean(upper[link], offset[link]) - lean(lower[link], arrival[link]);
        }
        down = byslot(upper);
        up = byslot(lower);
        left = new double[size];
        right = new double[size];
        reach();
    }

    /// Whether a slot holds a box, not an edge that passes.
    boolean isBox(int slot) {
        return slot < cells.size();
    }

    /// The least distance of the axes of two neighbours in a row.
    double distance(int leftSlot, int rightSlot) {
        double gap = isBox(leftSlot) || isBox(rightSlot) ? BOX_GAP : 2 * EDGE_GAP;
        return right[leftSlot]
                + gap / (isBox(leftSlot) && isBox(rightSlot) ? 1 : 1.6)
                + left[rightSlot];
    }

    private double portOffset(Build build, int link) {
        return cells.get(build.upper.get(link)).ports()[build.port.get(link)];
    }

    private double lean(int slot, double place) {
        return isBox(slot) && !cells.get(slot).isStraightAt(place) ? 0 : place;
    }

    private double arrivalOf(PictureEdge edge) {
        return edge.entry() < 0 ? 0 : cells.get(edge.to()).entries()[edge.entry()];
    }

    private void reach() {
        for (int i = 0; i < cells.size(); i++) {
            left[i] = cells.get(i).across() / 2;
            right[i] = cells.get(i).reach();
        }
    }

    private int[][] byslot(int[] ends) {
        var count = new int[size];
        for (int end : ends) {
            count[end]++;
        }
        var lists = new int[size][];
        for (int slot = 0; slot < size; slot++) {
            lists[slot] = new int[count[slot]];
        }
        Arrays.fill(count, 0);
        for (int link = 0; link < ends.length; link++) {
            lists[ends[link]][count[ends[link]]++] = link;
        }
        return lists;
    }

    /// Makes slots and links.
    private final class Build {
        final IntList upper = new IntList();
        final IntList lower = new IntList();
        final IntList port = new IntList();
        final int[][] passed = new int[edges.size()][];
        final int[] last = new int[edges.size()];
        int[] rank;
        int size;

        Build(int[] ranks) {
            rank = ranks.clone();
            size = cells.size();
            var order = new ArrayList<Integer>(edges.size());
            for (int i = 0; i < edges.size(); i++) {
                order.add(i);
            }
            order.sort((a, b) -> {
                var x = edges.get(a);
                var y = edges.get(b);
                int c = Integer.compare(x.from(), y.from());
                c = c != 0 ? c : Integer.compare(x.port(), y.port());
                return c != 0 ? c : Integer.compare(ranks[x.to()], ranks[y.to()]);
            });
            for (int first = 0; first < order.size(); ) {
                int end = first + 1;
                while (end < order.size() && sameValue(order.get(first), order.get(end))) {
                    end++;
                }
                trunk(order.subList(first, end));
                first = end;
            }
        }

        private boolean sameValue(int a, int b) {
            return edges.get(a).from() == edges.get(b).from()
                    && edges.get(a).port() == edges.get(b).port();
        }

        /// Links the readers of one value, the nearest first, to a common chain of slots.
        private void trunk(List<Integer> readers) {
            var first = edges.get(readers.getFirst());
            int top = rank[first.from()];
            var chain = new IntList();
            for (int index : readers) {
                var edge = edges.get(index);
                int needed = rank[edge.to()] - top - 1;
                while (chain.size() < needed) {
                    int before = chain.size() == 0 ? first.from() : chain.last();
                    int slot = addSlot(top + chain.size() + 1);
                    link(before, slot, chain.size() == 0 ? first.port() : -1);
                    chain.add(slot);
                }
                passed[index] = Arrays.copyOf(chain.toArray(), needed);
                int before = needed == 0 ? first.from() : chain.get(needed - 1);
                last[index] = upper.size();
                link(before, edge.to(), needed == 0 ? first.port() : -1);
            }
        }

        private int addSlot(int row) {
            if (size == rank.length) {
                rank = Arrays.copyOf(rank, size * 2);
            }
            rank[size] = row;
            return size++;
        }

        private void link(int from, int to, int outPort) {
            upper.add(from);
            lower.add(to);
            port.add(outPort);
        }
    }
}
