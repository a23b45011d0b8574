package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import dev.lathe.model.outline.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a scope draws and which values run between it, by numbers.
///
/// Elements are the nodes that are drawn, in topological order, then inputs, then values of outer
/// scopes, then outputs. Constants that only other nodes read are not drawn.
final class ScopeWires {
    final Scope scope;
    final QuantizerFolding quantization;
    final List<Node> nodes;
    final List<String> inputs;
    final List<String> outers;
    final List<String> outputs;

    /// The element that makes each value.
    private final Map<String, Integer> producers = new HashMap<>();

    /// What each element reads.
    final List<List<Read>> reads = new ArrayList<>();

    /// The elements that read each value.
    final Map<String, List<Integer>> readers = new HashMap<>();

    private final IdentityHashMap<Node, Integer> elements = new IdentityHashMap<>();

    /// Which node shows each constant that is not drawn.
    final IdentityHashMap<Node, Integer> folded = new IdentityHashMap<>();

    /// One value that an element reads.
    record Read(String value, PictureEdge.Reading reading) {}

    ScopeWires(Scope scope, Quantizers quantizers) {
        this.scope = scope;
        var graph = scope.graph();
        quantization = QuantizerFolding.of(graph, scope.types(), quantizers);
        nodes = drawn(graph, quantization);
        inputs = graph.requiredInputs().stream().map(Value::name).distinct().toList();
        outputs = graph.outputs().stream().map(Value::name).toList();
        for (int i = 0; i < nodes.size(); i++) {
            elements.put(nodes.get(i), i);
            for (String output : nodes.get(i).outputs()) {
                if (!output.isEmpty()) {
                    producers.putIfAbsent(output, i);
                }
            }
        }
        for (int i = 0; i < inputs.size(); i++) {
            producers.put(inputs.get(i), nodes.size() + i);
        }
        outers = outerValues(graph);
        for (int i = 0; i < outers.size(); i++) {
            producers.put(outers.get(i), nodes.size() + inputs.size() + i);
        }
        for (Node node : nodes) {
            reads.add(readsOf(node));
        }
        int made = nodes.size() + inputs.size() + outers.size();
        while (reads.size() < made) {
            reads.add(List.of());
        }
        for (String output : outputs) {
            var value = quantization.origin(output);
            reads.add(List.of(new Read(value, PictureEdge.Reading.DIRECT)));
        }
        for (int element = 0; element < reads.size(); element++) {
            for (Read read : reads.get(element)) {
                readers.computeIfAbsent(read.value(), _ -> new ArrayList<>(2)).add(element);
            }
        }
        nodes.forEach(this::noteFolded);
    }

    /// The number of elements.
    int size() {
        return reads.size();
    }

    /// The element that makes a value; empty for a constant.
    Optional<Integer> producer(String value) {
        return Optional.ofNullable(producers.get(value));
    }

    /// The element of a node, if it is drawn.
    Optional<Integer> element(Node node) {
        return Optional.ofNullable(elements.get(node));
    }

    private void noteFolded(Node node) {
        node.inputs().forEach(input -> noteFolded(input, elements.getOrDefault(node, 0)));
    }

    /// Notes that a node shows what makes a value, as far back as nothing of it is drawn.
    private void noteFolded(String value, int reader) {
        var producer = scope.graph().producer(value);
        if (producer.isEmpty() || elements.containsKey(producer.get())) {
            return;
        }
        if (folded.putIfAbsent(producer.get(), reader) == null) {
            producer.get().inputs().forEach(input -> noteFolded(input, reader));
        }
    }

    private static List<Node> drawn(Graph graph, QuantizerFolding quantization) {
        var outputs = new HashSet<String>();
        graph.outputs().forEach(output -> outputs.add(output.name()));
        return graph.topologicalOrder().stream()
                .filter(node -> !quantization.isFolded(node))
                .filter(node -> !isFolded(graph, node, outputs))
                .toList();
    }

    private static boolean isFolded(Graph graph, Node node, Set<String> graphOutputs) {
        return node.is("Constant")
                && node.outputs().stream()
                        .noneMatch(o -> graphOutputs.contains(o) || graph.consumers(o).isEmpty());
    }

    private List<Read> readsOf(Node node) {
        var seen = new HashSet<String>();
        var all = new ArrayList<Read>(node.inputs().size());
        for (String input : node.inputs()) {
            var value = quantization.origin(input);
            if (!input.isEmpty() && seen.add(value)) {
                all.add(new Read(value, PictureEdge.Reading.DIRECT));
            }
        }
        if (!node.subgraphs().isEmpty()) {
            for (String inside : node.valuesRead()) {
                var captured = quantization.origin(inside);
                if (seen.add(captured)) {
                    all.add(new Read(captured, PictureEdge.Reading.CAPTURED));
                }
            }
        }
        return all;
    }

    /// The values of outer scopes that nodes here or inside read, without constants.
    private List<String> outerValues(Graph graph) {
        if (scope.outer().isEmpty()) {
            return List.of();
        }
        return graph.outerValues().stream().filter(this::isComputedOutside).sorted().toList();
    }

    private boolean isComputedOutside(String value) {
        for (var at = scope.outer(); at.isPresent(); at = at.get().outer()) {
            var graph = at.get().graph();
            if (graph.constant(value).isPresent()) {
                return false;
            }
            var producer = graph.producer(value);
            if (producer.isPresent()) {
                return !producer.get().is("Constant");
            }
            if (graph.inputs().stream().anyMatch(input -> input.name().equals(value))) {
                return true;
            }
        }
        return false;
    }
}
