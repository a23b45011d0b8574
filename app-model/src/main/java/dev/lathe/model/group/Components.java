package dev.lathe.model.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the strongly connected components of a graph of items (Tarjan, "Depth-First Search and
/// Linear Graph Algorithms", SIAM Journal on Computing 1(2), 1972), without recursion.
final class Components {
    private final int[][] edges;
    private final int[] index;
    private final int[] low;
    private final int[] next;
    private final boolean[] open;
    private final ArrayDeque<Integer> path = new ArrayDeque<>();
    private final ArrayDeque<Integer> members = new ArrayDeque<>();
    private final List<int[]> found = new ArrayList<>();
    private int count;

    /// @param edges by item, the items that it points to
    Components(int[][] edges) {
        this.edges = edges;
        this.index = new int[edges.length];
        this.low = new int[edges.length];
        this.next = new int[edges.length];
        this.open = new boolean[edges.length];
        Arrays.fill(index, -1);
    }

    /// The components in topological order.
    List<int[]> find() {
        for (int i = 0; i < edges.length; i++) {
            if (index[i] < 0) {
                enter(i);
                while (!path.isEmpty()) {
                    step(path.element());
                }
            }
        }
        return found.reversed();
    }

    private void enter(int item) {
        index[item] = count;
        low[item] = count;
        count++;
        open[item] = true;
        members.push(item);
        path.push(item);
    }

    private void step(int item) {
        if (next[item] < edges[item].length) {
            int target = edges[item][next[item]++];
            if (index[target] < 0) {
                enter(target);
            } else if (open[target]) {
                low[item] = Math.min(low[item], index[target]);
            }
            return;
        }
        path.pop();
        if (!path.isEmpty()) {
            low[path.element()] = Math.min(low[path.element()], low[item]);
        }
        if (low[item] == index[item]) {
            close(item);
        }
    }

    private void close(int item) {
        var component = new ArrayList<Integer>();
        int member;
        do {
            member = members.pop();
            open[member] = false;
            component.add(member);
        } while (member != item);
        found.add(component.stream().sorted().mapToInt(Integer::intValue).toArray());
    }
}
