package dev.lathe.ui.graph.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;

/// Puts items in an order in which each comes after those it depends on, as near as possible to
/// another order (Kahn 1962). What is on a cycle, as only a broken model has it, comes last.
final class ItemOrder {
    private final int[] waiting;
    private final List<List<Integer>> next = new ArrayList<>();

    ItemOrder(int items) {
        waiting = new int[items];
        for (int i = 0; i < items; i++) {
            next.add(new ArrayList<>(2));
        }
    }

    /// One item comes before another.
    void add(int before, int after) {
        waiting[after]++;
        next.get(before).add(after);
    }

    /// The order; of items that may come next the one with the least rank does.
    List<Integer> by(IntUnaryOperator rank) {
        var ready =
                new PriorityQueue<Integer>(
                        (a, b) -> Integer.compare(rank.applyAsInt(a), rank.applyAsInt(b)));
        for (int item = 0; item < waiting.length; item++) {
            if (waiting[item] == 0) {
                ready.add(item);
            }
        }
        var order = new LinkedHashSet<Integer>();
        while (!ready.isEmpty()) {
            int item = ready.poll();
            order.add(item);
            for (int reader : next.get(item)) {
                if (--waiting[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        for (int item = 0; item < waiting.length; item++) {
            order.add(item);
        }
        return List.copyOf(order);
    }
}
