package dev.lathe.model.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;

/// Sorts items so that all edges go forward, and else by rank.
final class TopologicalOrder {
    private TopologicalOrder() {}

    /// The indices of the items in order; those on a cycle come last.
    ///
    /// @param edges by item, the items that depend on it
    /// @param rank which of the items that could come next does
    static List<Integer> of(int[][] edges, IntUnaryOperator rank) {
        var waiting = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                waiting[target]++;
            }
        }
        var byRank = Comparator.<Integer>comparingInt(rank::applyAsInt);
        var ready = new PriorityQueue<>(byRank);
        for (int i = 0; i < edges.length; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        var result = new ArrayList<Integer>(edges.length);
        while (!ready.isEmpty()) {
            int item = ready.remove();
            result.add(item);
            for (int target : edges[item]) {
                if (--waiting[target] == 0) {
                    ready.add(target);
                }
            }
        }
        if (result.size() < edges.length) {
            var rest = new ArrayList<Integer>();
            for (int i = 0; i < edges.length; i++) {
                if (waiting[i] > 0) {
                    rest.add(i);
                }
            }
            rest.sort(byRank);
            result.addAll(rest);
        }
        return result;
    }
}
