package dev.lathe.model.graph;

import dev.lathe.model.graph.AttributeValue.TensorValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The look-ups of one graph.
final class GraphIndex {
    private final Graph graph;
    private final Map<String, Node> producers = new HashMap<>();
    private final Map<String, List<Node>> consumers = new HashMap<>();
    private final Map<String, Node> byLayerName = new HashMap<>();
    private final IdentityHashMap<Node, String> layerNames = new IdentityHashMap<>();
    private final Map<String, ValueType> types = new HashMap<>();
    private final Map<String, Quantization> quantizations = new HashMap<>();
    private final Set<String> outerValues;
    private final List<Node> order;

    GraphIndex(Graph graph) {
        this.graph = graph;
        outerValues = findOuterValues();
        graph.nodes().forEach(this::indexValues);
        indexNames();
        indexTypes();
        order = sorted();
    }

    Optional<Node> producer(String value) {
        return Optional.ofNullable(producers.get(value));
    }

    List<Node> consumers(String value) {
        return consumers.getOrDefault(value, List.of());
    }

    String layerName(Node node) {
        var name = layerNames.get(node);
        if (name == null) {
            throw new IllegalArgumentException("the node is not of this graph: " + node.name());
        }
        return name;
    }

    Optional<Node> node(String layerName) {
        return Optional.ofNullable(byLayerName.get(layerName));
    }

    Optional<ValueType> statedType(String value) {
        return Optional.ofNullable(types.get(value));
    }

    Optional<Quantization> quantization(String value) {
        return Optional.ofNullable(quantizations.get(value));
    }

    List<Node> topologicalOrder() {
        return order;
    }

    Optional<Tensor> constant(String value) {
        var initializer = graph.initializers().get(value);
        if (initializer != null) {
            return Optional.of(initializer);
        }
        return producer(value)
                .filter(node -> node.is("Constant"))
                .flatMap(node -> node.attribute("value").or(() -> node.attribute("sparse_value")))
                .filter(TensorValue.class::isInstance)
                .map(attribute -> ((TensorValue) attribute).value().withName(value));
    }

    private void indexValues(Node node) {
        for (String output : node.outputs()) {
            if (!output.isEmpty()) {
                producers.putIfAbsent(output, node);
            }
        }
        for (String input : node.valuesRead()) {
            consumers.computeIfAbsent(input, _ -> new ArrayList<>(2)).add(node);
        }
    }

    /// The values that the graph reads, in its subgraphs too, and that are not its own.
    Set<String> outerValues() {
        return outerValues;
    }

    private Set<String> findOuterValues() {
        var inner = new HashSet<String>(graph.initializers().keySet());
        graph.inputs().forEach(input -> inner.add(input.name()));
        graph.nodes().forEach(node -> inner.addAll(node.outputs()));
        var outer = new LinkedHashSet<String>();
        graph.nodes().forEach(node -> outer.addAll(node.valuesRead()));
        graph.outputs().forEach(output -> outer.add(output.name()));
        outer.removeAll(inner);
        return outer;
    }

    private void indexNames() {
        var count = new HashMap<String, Integer>();
        graph.nodes().forEach(node -> count.merge(node.name(), 1, Integer::sum));
        for (int i = 0; i < graph.nodes().size(); i++) {
            var node = graph.nodes().get(i);
            var own = !node.name().isEmpty() && count.getOrDefault(node.name(), 0) == 1;
            var name = own ? node.name() : node.opType() + ":" + firstOutput(node, i);
            if (byLayerName.putIfAbsent(name, node) != null) {
                name = name + "#" + i;
                byLayerName.put(name, node);
            }
            layerNames.put(node, name);
        }
    }

    private static String firstOutput(Node node, int position) {
        return node.outputs().stream()
                .filter(output -> !output.isEmpty())
                .findFirst()
                .orElse(Integer.toString(position));
    }

    private void indexTypes() {
        graph.values().values().forEach(this::indexType);
        graph.initializers().values().forEach(t -> types.put(t.name(), t.valueType()));
        graph.outputs().forEach(this::indexType);
        graph.inputs().forEach(this::indexType);
    }

    private void indexType(Value value) {
        value.type().ifPresent(type -> types.put(value.name(), type));
        value.quantization().ifPresent(q -> quantizations.put(value.name(), q));
    }

    @SuppressWarnings("ReferenceEquality") // two equal nodes are still two places in the graph
    private List<Node> sorted() {
        var waiting = new IdentityHashMap<Node, Integer>();
        var ready = new ArrayDeque<Node>();
        if (isSorted()) {
            return graph.nodes();
        }
        for (Node node : graph.nodes()) {
            int needed = (int) node.valuesRead().stream().filter(producers::containsKey).count();
            if (needed == 0) {
                ready.add(node);
            } else {
                waiting.put(node, needed);
            }
        }
        var result = new ArrayList<Node>(graph.nodes().size());
        while (!ready.isEmpty()) {
            var node = ready.poll();
            result.add(node);
            for (String output : node.outputs()) {
                if (producers.get(output) != node) {
                    continue;
                }
                for (Node consumer : consumers(output)) {
                    if (waiting.merge(consumer, -1, Integer::sum) == 0) {
                        waiting.remove(consumer);
                        ready.add(consumer);
                    }
                }
            }
        }
        graph.nodes().stream().filter(waiting::containsKey).forEach(result::add);
        return List.copyOf(result);
    }

    private boolean isSorted() {
        var seen = new HashSet<String>();
        for (Node node : graph.nodes()) {
            for (String input : node.valuesRead()) {
                if (producers.containsKey(input) && !seen.contains(input)) {
                    return false;
                }
            }
            seen.addAll(node.outputs());
        }
        return true;
    }
}
