package dev.lathe.model.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/// An order of the nodes of two graphs in which each comes after those it reads.
///
/// Kahn's algorithm. Where nodes wait for each other in a circle, the first of those that wait only
/// for what another graph adds goes on without it.
final class MergeOrder {
    private final List<Item> items;
    private final int[] waits;
    private final int[] waitsFirmly;
    private final boolean[] done;
    private final List<List<Reader>> readers = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private final List<Set<String>> dropped = new ArrayList<>();
    private final Map<String, Integer> makers = new HashMap<>();
    private final PriorityQueue<Integer> ready;
    private final PriorityQueue<Integer> willing;

    /// A node.
    ///
    /// @param key where it is wanted in the order
    /// @param firm the values that it has to come after
    /// @param wanted the values that it is to come after if that makes no cycle
    record Item(double key, List<String> makes, List<String> firm, List<String> wanted) {}

    private record Reader(int item, boolean firm) {}

    MergeOrder(List<Item> items) {
        this.items = items;
        waits = new int[items.size()];
        waitsFirmly = new int[items.size()];
        done = new boolean[items.size()];
        ready = new PriorityQueue<>(this::compare);
        willing = new PriorityQueue<>(this::compare);
        connect();
        run();
    }

    /// The numbers of the items.
    List<Integer> order() {
        return order;
    }

    /// The values that an item wants but comes before.
    Set<String> dropped(int item) {
        return dropped.get(item);
    }

    private int compare(int a, int b) {
        int byKey = Double.compare(items.get(a).key(), items.get(b).key());
        return byKey != 0 ? byKey : Integer.compare(a, b);
    }

    private void connect() {
        for (int i = 0; i < items.size(); i++) {
            readers.add(new ArrayList<>(2));
            dropped.add(Set.of());
            for (String made : items.get(i).makes()) {
                makers.putIfAbsent(made, i);
            }
        }
        for (int i = 0; i < items.size(); i++) {
            for (String value : items.get(i).firm()) {
                connect(makers.getOrDefault(value, i), new Reader(i, true));
            }
            for (String value : items.get(i).wanted()) {
                connect(makers.getOrDefault(value, i), new Reader(i, false));
            }
        }
    }

    private void connect(int maker, Reader reader) {
        if (maker != reader.item) {
            readers.get(maker).add(reader);
            waits[reader.item]++;
            waitsFirmly[reader.item] += reader.firm ? 1 : 0;
        }
    }

    private void run() {
        for (int i = 0; i < items.size(); i++) {
            note(i);
        }
        int stuck = 0;
        while (order.size() < items.size()) {
            if (!ready.isEmpty()) {
                take(ready.poll());
            } else if (!willing.isEmpty()) {
                takeAnyway(willing.poll());
            } else {
                while (done[stuck]) {
                    stuck++;
                }
                takeAnyway(stuck);
            }
        }
    }

    private void note(int item) {
        if (waits[item] == 0) {
            ready.add(item);
        } else if (waitsFirmly[item] == 0) {
            willing.add(item);
        }
    }

    private void takeAnyway(int item) {
        if (!done[item]) {
            var missing = new HashSet<>(items.get(item).wanted());
            missing.removeIf(value -> makers.containsKey(value) && done[makers.get(value)]);
            dropped.set(item, missing);
            take(item);
        }
    }

    private void take(int item) {
        if (done[item]) {
            return;
        }
        done[item] = true;
        order.add(item);
        for (Reader reader : readers.get(item)) {
            waits[reader.item]--;
            waitsFirmly[reader.item] -= reader.firm ? 1 : 0;
            if (!done[reader.item]) {
                note(reader.item);
            }
        }
    }
}
