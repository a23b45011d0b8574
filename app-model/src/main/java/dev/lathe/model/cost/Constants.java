package dev.lathe.model.cost;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
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
/// A weight that reaches its layer through DequantizeLinear, Cast or Identity belongs to that
/// layer, not to the node that only decodes it: so a quantized model and its original have their
/// parameters in the same places.
final class Constants {

    private static final Set<String> DECODERS = Set.of("DequantizeLinear", "Cast", "Identity");

    private final Graph graph;
    private final @Nullable Constants outer;
    private final Map<String, Boolean> constant = new HashMap<>();

    Constants(Graph graph, @Nullable Constants outer) {
        this.graph = graph;
        this.outer = outer;
    }

    /// A constant that a layer reads.
    record Use(Tensor tensor, WeightRoles.Role role) {}

    /// Whether a node only decodes constants, so that they are counted where they are used.
    boolean isDecoder(Node node) {
        return DECODERS.contains(node.opType())
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
        if (name.isEmpty() || !seen.add(name)) {
            return;
        }
        var tensor = find(name);
        if (tensor.isPresent()) {
            uses.add(new Use(tensor.get(), WeightRoles.of(node, input, tensor.get())));
            return;
        }
        var decoder = graph.producer(name).filter(this::isDecoder);
        if (decoder.isPresent()) {
            for (int i = 0; i < decoder.get().inputs().size(); i++) {
                collect(decoder.get(), i, uses, seen);
            }
        }
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
