package dev.lathe.model.cost;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Adds up the bytes of all constants of graphs and the graphs in them, each once.
final class ConstantBytes {
    private final IdentityHashMap<TensorContent, Boolean> seen = new IdentityHashMap<>();
    private final EnumMap<DataType, Long> byType = new EnumMap<>(DataType.class);

    void add(Graph graph) {
        graph.initializers().values().forEach(this::add);
        for (Node node : graph.nodes()) {
            if (node.is("Constant")) {
                node.outputs().stream()
                        .flatMap(output -> graph.constant(output).stream())
                        .forEach(this::add);
            }
            node.subgraphs().forEach(this::add);
        }
    }

    private void add(Tensor tensor) {
        if (seen.put(tensor.content(), true) == null) {
            byType.merge(tensor.type(), TensorBytes.stored(tensor), Long::sum);
        }
    }

    long all() {
        return byType.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The bytes of each element type, most first.
    SequencedMap<DataType, Long> byType() {
        var sorted = new LinkedHashMap<DataType, Long>();
        byType.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
