package dev.lathe.ui.graph.layout;

import java.util.Arrays;
import java.util.Comparator;

/// Slots that share a vertical axis: long edges, chains, and the main line through branches.
///
/// Which slots share one is decided per pair of rows, the most wanted first, as long as no two of
/// the lines cross.
final class Blocks {
    private static final int LONG_EDGE = 9;
    private static final int CHAIN = 8;
    private static final int MAIN_LINE = 6;
    private static final int ENTRY = 4;
    private static final int MIDDLE = 3;
    private static final int MOST_RIVALS = 2;

    private record Wish(int link, int strength) {}

    /// The block of each slot, and how far its axis is from the block's.
    final int[] block;

    final double[] shift;
    final int count;

    private final Slots slots;
    private final int[] position;

    /// The most boxes on a way down to a slot, and on a way down from it.
    private final int[] depth;

    private final int[] height;

    Blocks(Slots slots, int[][] rows) {
        this.slots = slots;
        this.position = new int[slots.size];
        this.depth = new int[slots.size];
        this.height = new int[slots.size];
        this.block = new int[slots.size];
        this.shift = new double[slots.size];
        for (int[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                position[row[i]] = i;
                for (int link : slots.up[row[i]]) {
                    depth[row[i]] = Math.max(depth[row[i]], depth[slots.upper[link]]);
                }
                depth[row[i]] += slots.isBox(row[i]) ? 1 : 0;
            }
        }
        for (int row = rows.length - 1; row >= 0; row--) {
            for (int slot : rows[row]) {
                for (int link : slots.down[slot]) {
                    height[slot] = Math.max(height[slot], height[slots.lower[link]]);
                }
                height[slot] += slots.isBox(slot) ? 1 : 0;
            }
        }
        int next = 0;
        Arrays.fill(block, -1);
        for (int[] row : rows) {
            for (int slot : row) {
                if (block[slot] < 0) {
                    block[slot] = next++;
                }
            }
            align(row);
        }
        count = next;
    }

    /// Puts slots of the next row on the axes of slots of this one.
    private void align(int[] row) {
        var wishes =
                Arrays.stream(row)
                        .flatMap(slot -> Arrays.stream(slots.down[slot]))
                        .mapToObj(link -> new Wish(link, strength(link)))
                        .filter(wish -> wish.strength > 0)
                        .sorted(Comparator.comparingInt(Wish::strength).reversed())
                        .toList();
        var granted = new IntList();
        for (Wish wish : wishes) {
            if (isFree(wish.link, granted)) {
                granted.add(wish.link);
                int above = slots.upper[wish.link];
                int below = slots.lower[wish.link];
                block[below] = block[above];
                shift[below] = shift[above] + slots.lean[wish.link];
            }
        }
    }

    private boolean isFree(int link, IntList granted) {
        int above = position[slots.upper[link]];
        int below = position[slots.lower[link]];
        for (int i = 0; i < granted.size(); i++) {
            int a = Integer.compare(position[slots.upper[granted.get(i)]], above);
            int b = Integer.compare(position[slots.lower[granted.get(i)]], below);
            if (a == 0 || b == 0 || a != b) {
                return false;
            }
        }
        return true;
    }

    private int strength(int link) {
        int above = slots.upper[link];
        int below = slots.lower[link];
        if (!slots.isBox(above) && !slots.isBox(below)) {
            return LONG_EDGE;
        }
        if (slots.down[above].length == 1 && slots.up[below].length == 1) {
            return CHAIN;
        }
        boolean main = isMainReader(link) && isMainInput(link);
        if (slots.isBox(above) && slots.isBox(below)) {
            return main ? MAIN_LINE : isMiddle(link) && isMainInput(link) ? MIDDLE : 0;
        }
        return main ? ENTRY : 0;
    }

    /// Whether no other reader of the upper slot has a longer future; a passing edge has none.
    private boolean isMainReader(int link) {
        var links = slots.down[slots.upper[link]];
        if (links.length == 1) {
            return true;
        }
        int main = slots.lower[link];
        if (!slots.isBox(main)) {
            return false;
        }
        var rivals = new IntList();
        for (int other : links) {
            int slot = slots.lower[other];
            if (slot != main && slots.isBox(slot)) {
                if (height[slot] > height[main]) {
                    return false;
                }
                if (height[slot] == height[main]) {
                    rivals.add(slot);
                }
            }
        }
        return isFirstOfFew(main, rivals);
    }

    /// Whether no other input of the lower slot has a longer history; a passing edge has less than
    /// a box.
    private boolean isMainInput(int link) {
        int main = slots.upper[link];
        var rivals = new IntList();
        for (int other : slots.up[slots.lower[link]]) {
            int slot = slots.upper[other];
            if (slot == main) {
                continue;
            }
            int longer = Integer.compare(depth[slot], depth[main]);
            int solid = Boolean.compare(slots.isBox(slot), slots.isBox(main));
            if (longer > 0 || (longer == 0 && solid > 0)) {
                return false;
            }
            if (longer == 0 && solid == 0) {
                rivals.add(slot);
            }
        }
        return isFirstOfFew(main, rivals);
    }

    /// Of two or three equal ways the leftmost is the main one, so that a line of many blocks goes
    /// straight down; of more none is, so that the line stands in their middle.
    private boolean isFirstOfFew(int slot, IntList rivals) {
        if (rivals.size() > MOST_RIVALS) {
            return false;
        }
        for (int i = 0; i < rivals.size(); i++) {
            if (position[rivals.get(i)] < position[slot]) {
                return false;
            }
        }
        return true;
    }

    /// Whether the link is the middle one of an odd number.
    private boolean isMiddle(int link) {
        var links = slots.down[slots.upper[link]];
        if (links.length % 2 == 0) {
            return false;
        }
        int before = 0;
        for (int other : links) {
            if (position[slots.lower[other]] < position[slots.lower[link]]) {
                before++;
            }
        }
        return before == links.length / 2;
    }
}
