package dev.lathe.ui.graph.layout;

import java.util.ArrayDeque;
import java.util.Arrays;

/// The x of every slot: blocks are pushed together to the left, then move towards the mean of what
/// they are linked to.
///
/// They move in two ways. First all at once: where every block wants to go is made feasible twice,
/// giving way to the right and giving way to the left, and the mean of the two is feasible too.
/// Then one by one, each as far as its neighbours let it.
final class Columns {
    private static final int COMMON_ROUNDS = 16;
    private static final int ROUNDS = 12;
    private static final double STILL = 0.5;

    private final Slots slots;
    private final Blocks blocks;
    private final int[][] rows;

    /// Pairs of neighbours in a row, as the left block, the right block and their least distance.
    private final IntList leftBlock = new IntList();

    private final IntList rightBlock = new IntList();
    private double[] distance = new double[64];

    private final double[] x;
    private int[][] pairsLeft = {};
    private int[][] pairsRight = {};
    private int[][] links = {};
    private final boolean[] isHeavy;

    private Columns(Slots slots, int[][] rows) {
        this.slots = slots;
        this.rows = rows;
        this.blocks = new Blocks(slots, rows);
        this.x = new double[blocks.count];
        this.isHeavy = new boolean[blocks.count];
    }

    /// The x of the axis of every slot.
    static double[] of(Slots slots, int[][] rows) throws InterruptedException {
        var columns = new Columns(slots, rows);
        columns.findPairs();
        columns.place();
        var axes = new double[slots.size];
        Arrays.setAll(
                axes, slot -> columns.x[columns.blocks.block[slot]] + columns.blocks.shift[slot]);
        return axes;
    }

    private void findPairs() {
        for (int[] row : rows) {
            for (int i = 0; i + 1 < row.length; i++) {
                int a = row[i];
                int b = row[i + 1];
                if (leftBlock.size() == distance.length) {
                    distance = Arrays.copyOf(distance, distance.length * 2);
                }
                distance[leftBlock.size()] =
                        slots.distance(a, b) + blocks.shift[a] - blocks.shift[b];
                leftBlock.add(blocks.block[a]);
                rightBlock.add(blocks.block[b]);
            }
        }
        pairsLeft = grouped(rightBlock);
        pairsRight = grouped(leftBlock);
        links = linksByBlock();
        for (int box = 0; box < slots.cells.size(); box++) {
            int block = blocks.block[box];
            isHeavy[block] = links[block].length > 1;
        }
    }

    private int[][] grouped(IntList ends) {
        var lists = new IntList[blocks.count];
        Arrays.setAll(lists, _ -> new IntList());
        for (int pair = 0; pair < ends.size(); pair++) {
            lists[ends.get(pair)].add(pair);
        }
        return Arrays.stream(lists).map(IntList::toArray).toArray(int[][]::new);
    }

    /// The links of each block to other blocks.
    private int[][] linksByBlock() {
        var lists = new IntList[blocks.count];
        Arrays.setAll(lists, _ -> new IntList());
        for (int link = 0; link < slots.upper.length; link++) {
            int above = blocks.block[slots.upper[link]];
            int below = blocks.block[slots.lower[link]];
            if (above != below) {
                lists[above].add(link);
                lists[below].add(link);
            }
        }
        return Arrays.stream(lists).map(IntList::toArray).toArray(int[][]::new);
    }

    private void place() throws InterruptedException {
        var order = leftToRight();
        for (int block : order) {
            x[block] = Math.max(0, leftLimit(block, x));
        }
        for (int round = 0; round < COMMON_ROUNDS; round++) {
            checkCancelled();
            moveTogether(order);
        }
        double moved = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS && moved > STILL; round++) {
            checkCancelled();
            moved = 0;
            for (int i = 0; i < order.length; i++) {
                int block = round % 2 == 0 ? order[order.length - 1 - i] : order[i];
                double from = x[block];
                double low = leftLimit(block, x);
                double high = rightLimit(block, x);
                x[block] = Math.max(low, Math.min(high, wish(block)));
                moved = Math.max(moved, Math.abs(x[block] - from));
            }
        }
    }

    /// One common step. Blocks that are no more than an edge or hang on one link push nobody.
    private void moveTogether(int[] order) {
        var wishes = new double[x.length];
        Arrays.setAll(wishes, this::wish);
        var rightward = new double[x.length];
        for (int block : order) {
            double limit = leftLimit(block, rightward);
            boolean pushes = isHeavy[block] || limit == Double.NEGATIVE_INFINITY;
            rightward[block] = pushes ? Math.max(wishes[block], limit) : limit;
        }
        var leftward = new double[x.length];
        for (int i = order.length - 1; i >= 0; i--) {
            int block = order[i];
            double wished =
                    isHeavy[block] ? wishes[block] : Math.max(wishes[block], rightward[block]);
            leftward[block] = Math.min(wished, rightLimit(block, leftward));
        }
        Arrays.setAll(x, block -> (rightward[block] + leftward[block]) / 2);
    }

    /// Where a block would go by itself: the mean of the axes that it is linked to.
    private double wish(int block) {
        double sum = 0;
        double weight = 0;
        for (int link : links[block]) {
            int above = slots.upper[link];
            int below = slots.lower[link];
            boolean isAbove = blocks.block[above] == block;
            double own = blocks.shift[isAbove ? above : below];
            int other = isAbove ? below : above;
            double there = x[blocks.block[other]] + blocks.shift[other];
            double apart = slots.lean[link];
            double wanted = there - own + (isAbove ? -apart : apart);
            double w = slots.isBox(above) && slots.isBox(below) ? 2 : 1;
            sum += wanted * w;
            weight += w;
        }
        return weight == 0 ? x[block] : sum / weight;
    }

    private static void checkCancelled() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
    }

    private double leftLimit(int block, double[] at) {
        double limit = Double.NEGATIVE_INFINITY;
        for (int pair : pairsLeft[block]) {
            limit = Math.max(limit, at[leftBlock.get(pair)] + distance[pair]);
        }
        return limit;
    }

    private double rightLimit(int block, double[] at) {
        double limit = Double.POSITIVE_INFINITY;
        for (int pair : pairsRight[block]) {
            limit = Math.min(limit, at[rightBlock.get(pair)] - distance[pair]);
        }
        return limit;
    }

    /// The blocks in an order in which each comes after those to its left. Lines that do not cross
    /// always have one.
    private int[] leftToRight() {
        var waiting = new int[blocks.count];
        for (int pair = 0; pair < rightBlock.size(); pair++) {
            waiting[rightBlock.get(pair)]++;
        }
        var ready = new ArrayDeque<Integer>();
        for (int block = 0; block < blocks.count; block++) {
            if (waiting[block] == 0) {
                ready.add(block);
            }
        }
        var order = new IntList();
        while (!ready.isEmpty()) {
            int block = ready.poll();
            order.add(block);
            for (int pair : pairsRight[block]) {
                if (--waiting[rightBlock.get(pair)] == 0) {
                    ready.add(rightBlock.get(pair));
                }
            }
        }
        return order.toArray();
    }
}
