package dev.lathe.model.quantize;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Which nodes compute with integers, which values are quantized, and whose range each value has.
///
/// A value is quantized if an integer node reads it, or if an integer node makes it and needs an
/// integer output to be fused. Between a layer and a Relu or Clip that alone reads it nothing is
/// quantized: the range after it cuts off just the same. What only moves elements shares the scale
/// of its input.
final class QdqPlan {
    private final Graph graph;
    private final InferredTypes types;
    private final Set<String> layers;
    private final Predicate<String> selected;

    private final Set<String> integerNodes = new LinkedHashSet<>();
    private final Set<String> fromIntegers = new HashSet<>();
    private final Set<String> wanted = new LinkedHashSet<>();
    private final Map<String, String> ranges = new LinkedHashMap<>();

    private QdqPlan(
            Graph graph, InferredTypes types, Set<String> layers, Predicate<String> selected) {
        this.graph = graph;
        this.types = types;
        this.layers = layers;
        this.selected = selected;
    }

    /// The plan for a graph.
    ///
    /// @param layers the layers with weights that are quantized, by name
    /// @param selected by layer name, for the operators between them
    static QdqPlan of(
            Graph graph, InferredTypes types, Set<String> layers, Predicate<String> selected) {
        var plan = new QdqPlan(graph, types, layers, selected);
        plan.findIntegerNodes();
        plan.findWantedValues();
        plan.findRanges();
        return plan;
    }

    /// The layer names of the nodes that compute with integers, in topological order.
    Set<String> integerNodes() {
        return integerNodes;
    }

    /// The quantized values, each with the value that its scale and zero point come from. Sources
    /// come before those that share with them.
    Map<String, String> ranges() {
        return ranges;
    }

    /// The values whose ranges have to be measured.
    List<String> sources() {
        return ranges.values().stream().distinct().toList();
    }

    /// The inputs of a node that hold activations rather than weights, shapes or bounds.
    List<String> dataInputs(Node node) {
        if (layers.contains(graph.layerName(node)) || !OperatorRoles.isArithmetic(node)) {
            return node.inputs().subList(0, 1);
        }
        return node.inputs();
    }

    private void findIntegerNodes() {
        for (Node node : graph.topologicalOrder()) {
            var name = graph.layerName(node);
            boolean isInteger =
                    layers.contains(name)
                            || (OperatorRoles.isArithmetic(node)
                                    && selected.test(name)
                                    && node.inputs().stream().anyMatch(fromIntegers::contains)
                                    && node.inputs().stream().allMatch(this::isFloat));
            if (isInteger) {
                integerNodes.add(name);
                fromIntegers.add(node.outputs().getFirst());
            } else if (OperatorRoles.isTransparent(node)
                    && fromIntegers.contains(node.inputs().getFirst())) {
                fromIntegers.add(node.outputs().getFirst());
            }
        }
    }

    private boolean isFloat(String value) {
        return types.tensorType(value).map(type -> type.element() == DataType.FLOAT).orElse(true);
    }

    /// Values that an integer node reads, itself or through nodes that only move elements.
    private void findWantedValues() {
        for (Node node : graph.topologicalOrder().reversed()) {
            if (integerNodes.contains(graph.layerName(node))) {
                dataInputs(node).stream()
                        .filter(value -> graph.constant(value).isEmpty())
                        .forEach(wanted::add);
            } else if (OperatorRoles.isMoving(node)
                    && wanted.contains(node.outputs().getFirst())
                    && fromIntegers.contains(node.inputs().getFirst())) {
                wanted.add(node.inputs().getFirst());
            }
        }
    }

    private void findRanges() {
        graph.inputs().stream()
                .map(input -> input.name())
                .filter(wanted::contains)
                .forEach(input -> ranges.put(input, input));
        for (Node node : graph.topologicalOrder()) {
            for (String output : node.outputs()) {
                if (wanted.contains(output) || isIntegerOutput(node, output)) {
                    addRange(node, output);
                }
            }
        }
    }

    /// Whether a layer needs this output to be quantized in order to be fused: all but matrix
    /// products, which can give floats.
    private boolean isIntegerOutput(Node node, String output) {
        if (OperatorRoles.isClamp(node)) {
            return SoleReader.producer(graph, node.inputs().getFirst())
                    .filter(layer -> isIntegerOutput(layer, layer.outputs().getFirst()))
                    .isPresent();
        }
        return integerNodes.contains(graph.layerName(node))
                && !node.is("MatMul")
                && !node.is("Gemm")
                && output.equals(node.outputs().getFirst());
    }

    private void addRange(Node producer, String value) {
        if (OperatorRoles.isTransparent(producer)) {
            var source = ranges.get(producer.inputs().getFirst());
            boolean shares =
                    source != null && (OperatorRoles.isMoving(producer) || source.equals(value));
            ranges.put(value, shares ? source : value);
            return;
        }
        var clamped = clampBehind(value);
        boolean leftToClamp =
                clamped.size() == 1 && integerNodes.contains(graph.layerName(producer));
        if (!leftToClamp) {
            ranges.put(value, clamped.isEmpty() ? value : clamped.getLast());
        }
    }

    /// The outputs of the nodes up to a Relu or Clip that is reached from a value through sole
    /// readers that only move elements; empty if there is none.
    private List<String> clampBehind(String value) {
        var passed = new ArrayList<String>();
        var reader = SoleReader.of(graph, value);
        while (reader.isPresent() && OperatorRoles.isTransparent(reader.get())) {
            var output = reader.get().outputs().getFirst();
            passed.add(output);
            if (OperatorRoles.isClamp(reader.get())) {
                return passed;
            }
            reader = SoleReader.of(graph, output);
        }
        return List.of();
    }
}
