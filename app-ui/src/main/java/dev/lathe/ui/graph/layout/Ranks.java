package dev.lathe.ui.graph.layout;

import dev.lathe.ui.graph.layout.Cell.Pin;
import java.util.Arrays;
import java.util.List;

/// Gives every box its row.
///
/// Every box first goes as high as it can. Then boxes sink towards their readers where that
/// shortens edges: those that have more readers than inputs, and those whose whole ancestry feeds
/// just one reader, such as a constant and what is computed from it. Pinned boxes are in the first
/// or the last row.
final class Ranks {
    private Ranks() {}

    /// The row of each box, from 0.
    ///
    /// @param edges every one from a lower to a higher index
    static int[] of(List<Cell> cells, List<PictureEdge> edges) {
        int boxes = cells.size();
        boolean pinned = cells.stream().anyMatch(cell -> cell.pin() == Pin.FIRST);
        var ranks = new int[boxes];
        if (pinned) {
            Arrays.setAll(ranks, i -> cells.get(i).pin() == Pin.FIRST ? 0 : 1);
        }
        var in = new int[boxes];
        var out = new int[boxes];
        var sorted = edges.toArray(PictureEdge[]::new);
        Arrays.sort(sorted, (a, b) -> Integer.compare(a.from(), b.from()));
        for (PictureEdge edge : sorted) {
            ranks[edge.to()] = Math.max(ranks[edge.to()], ranks[edge.from()] + 1);
            in[edge.to()]++;
            out[edge.from()]++;
        }
        for (int box = 0; box < boxes; box++) {
            if (cells.get(box).pin() == Pin.FIRST) {
                in[box] = Integer.MAX_VALUE;
            }
        }
        sink(ranks, sorted, in, out, ownedBoxes(sorted, in, out));
        moveLast(ranks, cells);
        return pinned ? ranks : fromZero(ranks);
    }

    /// Boxes that only one reader depends on, together with all that they depend on.
    private static boolean[] ownedBoxes(PictureEdge[] sorted, int[] in, int[] out) {
        var owned = new boolean[out.length];
        for (int box = 0; box < out.length; box++) {
            owned[box] = out[box] == 1 && in[box] < Integer.MAX_VALUE;
        }
        for (PictureEdge edge : sorted) {
            owned[edge.to()] &= owned[edge.from()];
        }
        return owned;
    }

    private static void sink(
            int[] ranks, PictureEdge[] sorted, int[] in, int[] out, boolean[] owned) {
        int next = sorted.length - 1;
        for (int box = ranks.length - 1; box >= 0; box--) {
            int lowest = Integer.MAX_VALUE;
            for (; next >= 0 && sorted[next].from() == box; next--) {
                lowest = Math.min(lowest, ranks[sorted[next].to()] - 1);
            }
            if (out[box] > 0 && (owned[box] || out[box] > in[box])) {
                ranks[box] = lowest;
            }
        }
    }

    private static void moveLast(int[] ranks, List<Cell> cells) {
        int end = 0;
        for (int box = 0; box < ranks.length; box++) {
            end = Math.max(end, ranks[box] + (cells.get(box).pin() == Pin.LAST ? 0 : 1));
        }
        for (int box = 0; box < ranks.length; box++) {
            if (cells.get(box).pin() == Pin.LAST) {
                ranks[box] = end;
            }
        }
    }

    private static int[] fromZero(int[] ranks) {
        int least = Arrays.stream(ranks).min().orElse(0);
        for (int box = 0; box < ranks.length; box++) {
            ranks[box] -= least;
        }
        return ranks;
    }
}
