package dev.lathe.ui.graph.layout;

import java.util.ArrayDeque;
import java.util.Arrays;

/// The order of the slots in each row, by depth-first search and then by barycentre sweeps
/// (Sugiyama, Tagawa and Toda 1981), of which the one with the fewest crossings is kept.
final class RowOrder {
    private static final int SWEEPS = 14;
    private static final int PATIENCE = 4;

    private final Slots slots;
    private final int[][] rows;
    private final int[] position;
    private final double[] key;
    private final Crossings crossings;

    private RowOrder(Slots slots) {
        this.slots = slots;
        this.position = new int[slots.size];
        this.key = new double[slots.size];
        this.rows = depthFirst();
        this.crossings = new Crossings(slots, position);
    }

    /// The slots of each row from left to right.
    static int[][] of(Slots slots) throws InterruptedException {
        return new RowOrder(slots).improve();
    }

    private int[][] improve() throws InterruptedException {
        long best = crossings.count(rows);
        var kept = copy(rows);
        int since = 0;
        for (int sweep = 0; sweep < SWEEPS && best > 0 && since < PATIENCE; sweep++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled");
            }
            if (sweep % 2 == 0) {
                sweepUp();
            } else {
                sweepDown();
            }
            crossings.swapNeighbours(rows);
            long now = crossings.count(rows);
            since++;
            if (now < best) {
                best = now;
                kept = copy(rows);
                since = 0;
            }
        }
        return kept;
    }

    private int[][] depthFirst() {
        var lists = new IntList[slots.rows];
        Arrays.setAll(lists, _ -> new IntList());
        var seen = new boolean[slots.size];
        var stack = new ArrayDeque<Integer>();
        for (int box = 0; box < slots.cells.size(); box++) {
            stack.push(box);
            while (!stack.isEmpty()) {
                int slot = stack.pop();
                if (seen[slot]) {
                    continue;
                }
                seen[slot] = true;
                position[slot] = lists[slots.rank[slot]].size();
                lists[slots.rank[slot]].add(slot);
                var down = slots.down[slot];
                for (int i = down.length - 1; i >= 0; i--) {
                    stack.push(slots.lower[down[i]]);
                }
            }
        }
        return Arrays.stream(lists).map(IntList::toArray).toArray(int[][]::new);
    }

    private void sweepDown() {
        for (int row = 1; row < rows.length; row++) {
            for (int slot : rows[row]) {
                double sum = 0;
                for (int link : slots.up[slot]) {
                    sum += position[slots.upper[link]] + slots.offset[link] * 1e-4;
                }
                key[slot] = mean(sum, slots.up[slot].length, position[slot]);
            }
            sort(rows[row]);
        }
    }

    private void sweepUp() {
        for (int row = rows.length - 2; row >= 0; row--) {
            for (int slot : rows[row]) {
                double sum = 0;
                for (int link : slots.down[slot]) {
                    sum += position[slots.lower[link]] + slots.arrival[link] * 1e-4;
                }
                key[slot] = mean(sum, slots.down[slot].length, position[slot]);
            }
            sort(rows[row]);
        }
    }

    private static double mean(double sum, int count, int otherwise) {
        return count == 0 ? otherwise : sum / count;
    }

    /// Sorts by the key, stably; rows are mostly short and nearly sorted.
    private void sort(int[] row) {
        if (row.length > 64) {
            var boxed = Arrays.stream(row).boxed().toArray(Integer[]::new);
            Arrays.sort(boxed, (a, b) -> Double.compare(key[a], key[b]));
            Arrays.setAll(row, i -> boxed[i]);
        } else {
            for (int i = 1; i < row.length; i++) {
                int slot = row[i];
                int j = i;
                for (; j > 0 && key[row[j - 1]] > key[slot]; j--) {
                    row[j] = row[j - 1];
                }
                row[j] = slot;
            }
        }
        for (int i = 0; i < row.length; i++) {
            position[row[i]] = i;
        }
    }

    private static int[][] copy(int[][] rows) {
        return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
    }
}
