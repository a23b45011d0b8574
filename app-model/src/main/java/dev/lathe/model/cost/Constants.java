package dev.lathe.model.cost;

import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The constants of a graph as layers read them.
///
/// A weight that reaches its layer through DequantizeLinear, or through operators that only change
/// how it is stored, belongs to that layer, not to the node that only decodes it: so a quantized
/// model and its original have their parameters in the same places.
final class Constants {

    /// Operators that change how a constant is stored, not what it is.
    private static final Set<String> CARRIERS =
            Set.of(
                    "Cast",
                    "Identity",
                    "Transpose",
                    "Reshape",
                    "Unsqueeze",
                    "Squeeze",
                    "Flatten",
                    "DEQUANTIZE",
                    "DENSIFY");

    private final Graph graph;
    private final InferredTypes types;
    private final @Nullable Constants outer;
    private final Map<String, Boolean> constant = new HashMap<>();
    private final Map<String, Tensor> filled = new HashMap<>();

    Constants(Graph graph, InferredTypes types, @Nullable Constants outer) {
        this.graph = graph;
        this.types = types;
        this.outer = outer;
    }

    /// A constant that a layer reads.
    ///
    /// @param elements as the layer reads them, which may be more than are stored
    record Use(Tensor tensor, WeightRoles.Role role, long elements) {}

    /// Whether a node only decodes constants, so that they are counted where they are used.
    boolean isDecoder(Node node) {
        return (CARRIERS.contains(node.opType()) || node.opType().equals("DequantizeLinear"))
                && node.input(0).filter(this::isConstant).isPresent();
    }

    /// The constants that a node computes with, those behind decoders included. A node that
    /// decodes, or is itself a constant, has none.
    List<Use> of(Node node) {
        if (node.is("Constant") || (isDecoder(node) && isRead(node))) {
            return List.of();
        }
        var uses = new ArrayList<Use>();
        for (int i = 0; i < node.inputs().size(); i++) {
            collect(node, i, uses, new HashSet<>());
        }
        return uses;
    }

    private boolean isRead(Node node) {
        return node.outputs().stream().anyMatch(o -> !graph.consumers(o).isEmpty());
    }

    private void collect(Node node, int input, List<Use> uses, Set<String> seen) {
        var name = node.input(input).orElse("");
        collect(name, node, input, uses, seen);
    }

    /// @param node the node that reads what the constant stands for, at an input
    private void collect(String name, Node node, int input, List<Use> uses, Set<String> seen) {
        if (name.isEmpty() || !seen.add(name)) {
            return;
        }
        var tensor = find(name).or(() -> filled(name, node, input));
        if (tensor.isPresent()) {
            uses.add(
                    new Use(
                            tensor.get(),
                            WeightRoles.of(node, input, tensor.get()),
                            PackedWeights.elements(node, input, tensor.get())));
            return;
        }
        var decoder = graph.producer(name).filter(this::isDecoder);
        if (decoder.isEmpty()) {
            return;
        }
        for (int i = 0; i < decoder.get().inputs().size(); i++) {
            boolean carried = i == 0 && CARRIERS.contains(decoder.get().opType());
            collect(
                    decoder.get().inputs().get(i),
                    carried ? node : decoder.get(),
                    carried ? input : i,
                    uses,
                    seen);
        }
    }

    /// A weight that ConstantOfShape makes, of a model that was published without its weights; it
    /// takes no bytes.
    private Optional<Tensor> filled(String name, Node reader, int input) {
        var maker = graph.producer(name).filter(node -> node.is("ConstantOfShape"));
        if (maker.isEmpty()
                || !WeightRoles.isWeightSlot(reader, input)
                || maker.get().input(0).filter(this::isConstant).isEmpty()) {
            return Optional.empty();
        }
        var type = types.tensorType(name).filter(t -> t.shape().filter(Shape::isFixed).isPresent());
        return type.map(known ->
                filled.computeIfAbsent(
                        name,
                        _ ->
                                new Tensor(
                                        name,
                                        known.element(),
                                        sizes(known.shape().orElse(Shape.SCALAR)),
                                        new Missing("", 0, 0, "made by ConstantOfShape"),
                                        Extras.NONE)));
    }

    private static List<Long> sizes(Shape shape) {
        var sizes = new ArrayList<Long>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            sizes.add(shape.size(axis).orElse(0));
        }
        return sizes;
    }

    private Optional<Tensor> find(String name) {
        var found = graph.constant(name);
        return found.isPresent() || outer == null ? found : outer.find(name);
    }

    /// Whether a value depends on constants only, and so is computed once, before the first run.
    boolean isConstant(String value) {
        var known = constant.get(value);
        if (known != null) {
            return known;
        }
        return find(value).isPresent();
    }

    /// Notes, node by node in topological order, which values depend on constants only.
    void note(Node node) {
        boolean depends =
                !node.inputs().isEmpty()
                        && node.subgraphs().isEmpty()
                        && node.inputs().stream().allMatch(i -> i.isEmpty() || isConstant(i));
        if (depends || node.is("Constant")) {
            node.outputs().forEach(output -> constant.put(output, true));
        }
    }
}
