package dev.lathe.ui.graph.layout;

import java.util.Arrays;

/// Counts crossings of links, and swaps neighbours where that lessens them.
final class Crossings {
    private static final int PASSES = 3;

    private final Slots slots;
    private final int[] position;
    private int[] tree = new int[16];
    private int[] ends = new int[16];

    /// @param position the place of each slot in its row, kept up to date by whoever moves slots
    Crossings(Slots slots, int[] position) {
        this.slots = slots;
        this.position = position;
    }

    /// The number of crossings between all neighbouring rows, by a tree of prefix sums (Barth,
    /// Mutzel and Jünger 2004).
    long count(int[][] rows) {
        long sum = 0;
        for (int row = 0; row + 1 < rows.length; row++) {
            sum += count(rows[row], rows[row + 1].length);
        }
        return sum;
    }

    private long count(int[] row, int below) {
        if (row.length < 2 || below < 2) {
            return 0;
        }
        tree = cleared(tree, below + 1);
        long crossings = 0;
        int seen = 0;
        for (int slot : row) {
            int count = endsOf(slot);
            for (int i = 0; i < count; i++) {
                crossings += seen - prefix(ends[i]);
                seen++;
                for (int at = ends[i] + 1; at <= below; at += at & -at) {
                    tree[at]++;
                }
            }
        }
        return crossings;
    }

    /// The places of the lower ends of a slot's links, port by port, each port's in order.
    private int endsOf(int slot) {
        var links = slots.down[slot];
        if (ends.length < links.length) {
            ends = new int[links.length * 2];
        }
        int from = 0;
        for (int i = 0; i < links.length; i++) {
            ends[i] = position[slots.lower[links[i]]];
            boolean last =
                    i + 1 == links.length || slots.offset[links[i + 1]] != slots.offset[links[i]];
            if (last) {
                Arrays.sort(ends, from, i + 1);
                from = i + 1;
            }
        }
        return links.length;
    }

    private int prefix(int end) {
        int sum = 0;
        for (int at = end + 1; at > 0; at -= at & -at) {
            sum += tree[at];
        }
        return sum;
    }

    /// Swaps neighbours in a row while that lessens the crossings with the rows above and below.
    void swapNeighbours(int[][] rows) {
        for (int pass = 0; pass < PASSES; pass++) {
            boolean changed = false;
            for (int[] row : rows) {
                for (int i = 0; i + 1 < row.length; i++) {
                    int gain = gain(row[i], row[i + 1]);
                    if (gain > 0) {
                        int moved = row[i];
                        row[i] = row[i + 1];
                        row[i + 1] = moved;
                        position[row[i]] = i;
                        position[moved] = i + 1;
                        changed = true;
                    }
                }
            }
            if (!changed) {
                return;
            }
        }
    }

    private int gain(int a, int b) {
        return gain(slots.up[a], slots.up[b], slots.upper)
                + gain(slots.down[a], slots.down[b], slots.lower);
    }

    private int gain(int[] linksA, int[] linksB, int[] otherEnds) {
        int gain = 0;
        for (int x : linksA) {
            for (int y : linksB) {
                gain += Integer.compare(position[otherEnds[x]], position[otherEnds[y]]);
            }
        }
        return gain;
    }

    private static int[] cleared(int[] array, int length) {
        if (array.length < length) {
            return new int[length * 2];
        }
        Arrays.fill(array, 0, length, 0);
        return array;
    }
}
