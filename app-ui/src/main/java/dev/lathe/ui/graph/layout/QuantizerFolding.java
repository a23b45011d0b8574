package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.shape.InferredTypes;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the QuantizeLinear and DequantizeLinear nodes that only say in which numbers an operator
/// computes: weights behind a DequantizeLinear, and values that are quantized and dequantized at
/// once. An operator that computes in whole numbers itself keeps what makes them.
final class QuantizerFolding {
    private final Graph graph;
    private final InferredTypes types;
    private final Set<Node> folded = Collections.newSetFromMap(new IdentityHashMap<>());

    /// The value that each dequantized one stands for.
    private final Map<String, String> origins = new HashMap<>();

    /// The node that dequantizes each value.
    private final Map<String, Node> dequantizers = new HashMap<>();

    private QuantizerFolding(Graph graph, InferredTypes types) {
        this.graph = graph;
        this.types = types;
    }

    static QuantizerFolding of(Graph graph, InferredTypes types, Quantizers quantizers) {
        var folding = new QuantizerFolding(graph, types);
        if (quantizers == Quantizers.FOLDED) {
            folding.find();
        }
        return folding;
    }

    boolean isFolded(Node node) {
        return folded.contains(node);
    }

    /// The value that is quantized and dequantized into one; the value itself if none is.
    String origin(String value) {
        return origins.getOrDefault(value, value);
    }

    /// The constant that a folded node dequantizes into a value.
    Optional<Tensor> weight(String value) {
        return behind(value, 0).flatMap(graph::constant);
    }

    /// In which numbers an operator computes: `uint8 × int8, per-channel`; empty if none of what it
    /// reads is dequantized.
    Optional<String> badge(Node node) {
        var read = node.inputs().stream().filter(dequantizers::containsKey).toList();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        var values =
                read.stream()
                        .filter(value -> origins.containsKey(value))
                        .map(this::type)
                        .flatMap(Optional::stream);
        var weights = read.stream().filter(value -> !origins.containsKey(value)).toList();
        var main =
                weights.stream()
                        .filter(value -> weight(value).map(t -> t.sizes().size()).orElse(0) > 1)
                        .findFirst();
        var weightType = main.flatMap(this::type);
        var text =
                Stream.concat(values, weightType.stream())
                        .map(DataType::label)
                        .distinct()
                        .collect(Collectors.joining(" × "));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var grain = main.map(this::grain).orElse("");
        return Optional.of(grain.isEmpty() ? text : text + ", " + grain);
    }

    private void find() {
        var outputs = graph.outputs().stream().map(Value::name).collect(Collectors.toSet());
        for (Node node : graph.nodes()) {
            if (!node.is("DequantizeLinear") || node.inputs().isEmpty()) {
                continue;
            }
            var stored = node.inputs().getFirst();
            var value = node.outputs().getFirst();
            var producer = graph.producer(stored);
            if (graph.constant(stored).isPresent()) {
                if (!outputs.contains(value)) {
                    folded.add(node);
                    dequantizers.put(value, node);
                }
            } else if (producer.isPresent() && isPaired(producer.get(), outputs)) {
                folded.add(node);
                folded.add(producer.get());
                dequantizers.put(value, node);
                origins.put(value, producer.get().inputs().getFirst());
            }
        }
        resolve();
    }

    /// Whether a node quantizes only for nodes that dequantize at once.
    private boolean isPaired(Node node, Set<String> outputs) {
        return node.is("QuantizeLinear")
                && node.outputs().stream()
                        .allMatch(o ->
                                !outputs.contains(o)
                                        && graph.consumers(o).stream()
                                                .allMatch(c -> c.is("DequantizeLinear")));
    }

    /// Follows values that are quantized several times in a row.
    private void resolve() {
        for (String value : Set.copyOf(origins.keySet())) {
            var seen = new HashSet<String>();
            var at = value;
            while (origins.containsKey(at) && seen.add(at)) {
                at = origins.getOrDefault(at, at);
            }
            origins.put(value, at);
        }
    }

    /// An input of the node that dequantizes a value.
    private Optional<String> behind(String value, int input) {
        return Optional.ofNullable(dequantizers.get(value)).flatMap(node -> node.input(input));
    }

    private Optional<DataType> type(String dequantized) {
        return behind(dequantized, 0)
                .flatMap(value ->
                        graph.constant(value)
                                .map(Tensor::type)
                                .or(() -> types.tensorType(value).map(t -> t.element())));
    }

    private String grain(String dequantized) {
        var sizes = behind(dequantized, 1).flatMap(graph::constant).map(Tensor::sizes);
        if (sizes.isEmpty()) {
            return "";
        }
        long scales = sizes.get().stream().reduce(1L, (a, b) -> a * b);
        return scales == 1 ? "per-tensor" : sizes.get().size() == 1 ? "per-channel" : "per-block";
    }
}
