package dev.lathe.model.layer;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/// Removes what nobody reads any more after a rewrite.
public final class Sweep {
    private final Graph graph;
    private final Map<String, Integer> readers = new HashMap<>();
    private final Set<Node> deadNodes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> deadValues = new HashSet<>();

    private Sweep(Graph graph) {
        this.graph = graph;
    }

    /// The graph without those of the given values that have no reader left, and without what was
    /// there only to make them. Everything else stays, used or not.
    public static Graph of(Graph graph, Collection<String> values) {
        var sweep = new Sweep(graph);
        sweep.mark(values);
        return sweep.build();
    }

    private void mark(Collection<String> values) {
        graph.outputs().forEach(output -> readers.put(output.name(), Integer.MAX_VALUE));
        var open = new ArrayDeque<>(values);
        while (!open.isEmpty()) {
            var value = open.remove();
            if (readersOf(value) > 0 || deadValues.contains(value)) {
                continue;
            }
            var producer = graph.producer(value);
            if (producer.isEmpty()) {
                deadValues.add(value);
            } else if (producer.get().outputs().stream().allMatch(o -> readersOf(o) <= 0)) {
                deadValues.addAll(producer.get().outputs());
                deadNodes.add(producer.get());
                for (String input : Set.copyOf(producer.get().inputs())) {
                    readers.put(input, readersOf(input) - 1);
                    open.add(input);
                }
            }
        }
    }

    private int readersOf(String value) {
        return readers.computeIfAbsent(value, v -> graph.consumers(v).size());
    }

    private Graph build() {
        var editor = graph.edit();
        editor.nodes().removeIf(deadNodes::contains);
        for (String value : deadValues) {
            editor.removeValue(value);
            if (graph.initializers().containsKey(value)) {
                editor.removeInitializer(value);
            }
        }
        return editor.build();
    }
}
