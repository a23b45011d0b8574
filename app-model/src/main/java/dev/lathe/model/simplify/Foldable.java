package dev.lathe.model.simplify;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the nodes of one graph that depend on nothing but constants and whose results are worth
/// storing.
///
/// A result is stored if it is small or no larger than the constants that it is made of and that
/// nothing else reads. So what is stored in little space on purpose (a filled tensor, a tiled one,
/// a shared embedding) stays as it is.
final class Foldable {
    private static final long SMALL = 64 << 10;
    private static final long LARGEST_STEP = 16 << 20;

    /// Operators that keep weights small in the file.
    private static final Set<String> EXPANDING =
            Set.of("DequantizeLinear", "QuantizeLinear", "DynamicQuantizeLinear");

    private final Graph graph;
    private final Surroundings around;
    private final Map<String, Tensor> constants = new LinkedHashMap<>();
    private final Set<Node> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> computed = new HashSet<>();
    private final Set<String> inputs = new HashSet<>();

    private Foldable(Graph graph, Surroundings around) {
        this.graph = graph;
        this.around = around;
    }

    /// What can be folded in a graph.
    ///
    /// @param nodes in an order in which they can be computed
    /// @param constants that they read
    /// @param results the values to store in their place, with their types
    record Found(
            List<Node> nodes, Map<String, Tensor> constants, Map<String, TensorType> results) {}

    /// Looks for foldable nodes, leaving out those that the runtime refused.
    static Found find(Graph graph, Surroundings around, Set<String> refused) {
        return new Foldable(graph, around).find(refused);
    }

    private Found find(Set<String> refused) {
        graph.inputs().forEach(input -> inputs.add(input.name()));
        for (Node node : graph.topologicalOrder()) {
            if (isCandidate(node) && !refused.contains(around.place() + firstOutput(node))) {
                candidates.add(node);
                computed.addAll(node.outputs());
            }
        }
        if (candidates.isEmpty()) {
            return new Found(List.of(), Map.of(), Map.of());
        }
        var results = results();
        var nodes = graph.topologicalOrder().stream().filter(candidates::contains).toList();
        var read = new LinkedHashMap<String, Tensor>();
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                constant(input).ifPresent(tensor -> read.put(input, tensor.withName(input)));
            }
        }
        return new Found(nodes, read, results);
    }

    /// Takes out of the candidates, from the last to the first, those whose results somebody else
    /// needs but that are not worth storing; what they read is needed then.
    private Map<String, TensorType> results() {
        var needed = new HashSet<String>();
        graph.outputs().forEach(output -> needed.add(output.name()));
        var results = new LinkedHashMap<String, TensorType>();
        var outputs = new HashSet<>(needed);
        for (Node node : graph.topologicalOrder().reversed()) {
            boolean folds = candidates.contains(node);
            var asked = node.outputs().stream().filter(needed::contains).toList();
            if (folds
                    && asked.stream()
                            .allMatch(v -> !outputs.contains(v) && isWorthStoring(node, v))) {
                asked.forEach(v -> results.put(v, type(v).orElseThrow()));
                continue;
            }
            if (folds) {
                candidates.remove(node);
                computed.removeAll(node.outputs());
            }
            needed.addAll(node.valuesRead());
        }
        return results;
    }

    private boolean isCandidate(Node node) {
        if (node.inputs().isEmpty()
                || node.is("Constant")
                || !Operators.isPure(node)
                || around.functions().contains(node)
                || EXPANDING.contains(node.opType())) {
            return false;
        }
        for (String input : node.inputs()) {
            if (!input.isEmpty() && !computed.contains(input) && constant(input).isEmpty()) {
                return false;
            }
        }
        return node.outputs().stream().anyMatch(output -> !output.isEmpty())
                && node.outputs().stream().allMatch(o -> o.isEmpty() || canCompute(o));
    }

    private boolean canCompute(String output) {
        return type(output)
                .filter(type -> type.element() != DataType.STRING && type.element().bits() > 0)
                .filter(type -> bytes(type).orElse(0L) <= LARGEST_STEP)
                .isPresent();
    }

    private boolean isWorthStoring(Node node, String output) {
        var size = type(output).flatMap(Foldable::bytes);
        if (size.isEmpty()) {
            return node.inputs().stream()
                    .filter(input -> !input.isEmpty())
                    .allMatch(input -> sizeOf(input) <= SMALL);
        }
        return size.get() <= SMALL || size.get() <= freed(node);
    }

    /// The bytes of the constants that only this node and what it is computed from read.
    private long freed(Node node) {
        return freed(node, new HashSet<>());
    }

    private long freed(Node node, Set<String> seen) {
        long sum = 0;
        for (String input : node.inputs()) {
            if (!seen.add(input) || graph.consumers(input).size() > 1) {
                continue;
            }
            if (graph.initializers().containsKey(input)) {
                sum += graph.initializers().get(input).byteSize();
            } else if (computed.contains(input) && seen.size() < 64) {
                sum += graph.producer(input).map(above -> freed(above, seen)).orElse(0L);
            }
        }
        return sum;
    }

    private long sizeOf(String value) {
        return constant(value)
                .map(Tensor::byteSize)
                .or(() -> type(value).flatMap(Foldable::bytes))
                .orElse(0L);
    }

    private Optional<TensorType> type(String value) {
        return around.types().tensorType(value);
    }

    private static Optional<Long> bytes(TensorType type) {
        try {
            var elements = type.shape().map(shape -> shape.elements());
            return elements.isPresent() && elements.get().isPresent()
                    ? Optional.of(type.element().bytes(elements.get().getAsLong()))
                    : Optional.empty();
        } catch (ArithmeticException _) {
            return Optional.of(Long.MAX_VALUE);
        }
    }

    private Optional<Tensor> constant(String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var known = constants.get(value);
        if (known != null) {
            return Optional.of(known);
        }
        var found = find(value).filter(tensor -> tensor.bytes().isPresent());
        found.ifPresent(tensor -> constants.put(value, tensor));
        return found;
    }

    private Optional<Tensor> find(String value) {
        if (inputs.contains(value)) {
            return Optional.empty();
        }
        var initializer = graph.initializers().get(value);
        if (initializer != null) {
            return Optional.of(initializer);
        }
        var producer = graph.producer(value);
        return producer.isPresent()
                ? producer.filter(node -> node.is("Constant")).flatMap(ConstantNodes::tensor)
                : around.constants().apply(value);
    }

    private static String firstOutput(Node node) {
        return node.outputs().stream().filter(o -> !o.isEmpty()).findFirst().orElse(node.name());
    }
}
