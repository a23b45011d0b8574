package dev.lathe.model.cost;

import dev.lathe.model.cost.WeightRoles.Role;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Adds up what parts of a graph cost.
///
/// The parameters, MACs and activation peak of all layers of the main graph together are those of
/// the model. The weight bytes of the model are more than those of its layers where it holds
/// constants that are arguments (shapes, axes) or that no layer reads.
public final class PartCosts {
    private final InferredTypes types;
    private final Constants constants;
    private final Function<Node, AtLeast> macs;
    private final IdentityHashMap<Node, List<Constants.Use>> uses = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> positions = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Long> alive = new IdentityHashMap<>();
    private final int unknownSizes;

    private PartCosts(
            Graph graph,
            InferredTypes types,
            @Nullable Constants outer,
            Function<Node, AtLeast> macs) {
        this.types = types;
        this.macs = macs;
        constants = new Constants(graph, types, outer);
        graph.topologicalOrder().forEach(constants::note);
        for (Node node : graph.nodes()) {
            var own = new ArrayList<Constants.Use>();
            CostAnalysis.forEachUse(node, constants, types, own::add);
            uses.put(node, own);
            positions.put(node, positions.size());
        }
        unknownSizes = new ActivationPeak(graph, types, constants).run(alive::put).unknown();
    }

    /// What adds up the costs of the main graph of a model.
    ///
    /// @param types what the cost was computed from
    public static PartCosts of(ModelGraph model, InferredTypes types, ModelCost cost) {
        var graph = model.graph();
        return new PartCosts(
                graph,
                types,
                null,
                node -> {
                    var layer = cost.layers().get(graph.layerName(node));
                    return layer == null ? AtLeast.ZERO : layer.macs();
                });
    }

    /// What adds up the costs of one turn of a graph that sees no values of another, such as the
    /// body of a function.
    public static PartCosts of(Graph graph, InferredTypes types) {
        return new PartCosts(graph, types, null, node -> NestedMacs.of(node, graph, types));
    }

    /// What adds up the costs of one turn of a graph in a node of this one.
    public PartCosts inside(Graph inner, InferredTypes innerTypes) {
        return new PartCosts(
                inner, innerTypes, constants, node -> NestedMacs.of(node, inner, innerTypes));
    }

    /// What some nodes of the graph cost together.
    public PartCost sum(Collection<Node> nodes) {
        var weights = new WeightCount();
        var sum = AtLeast.ZERO;
        var outputs = AtLeast.ZERO;
        long peak = 0;
        for (Node node : inOrder(nodes)) {
            uses.getOrDefault(node, List.of()).forEach(weights::add);
            sum = sum.plus(macs.apply(node));
            outputs = outputs.plus(outputBytes(node));
            peak = Math.max(peak, alive.getOrDefault(node, 0L));
        }
        return new PartCost(weights.parameters(), weights.weightBytes(), sum, outputs, peak);
    }

    /// The weights that a node and the graphs in it compute with, those behind decoders included.
    public List<Tensor> weights(Node node) {
        return uses.getOrDefault(node, List.of()).stream()
                .filter(use -> use.role() == Role.WEIGHT)
                .map(Constants.Use::tensor)
                .toList();
    }

    /// How many values of the graph have a size that is not known, so that activation peaks may be
    /// larger.
    public int unknownSizes() {
        return unknownSizes;
    }

    private AtLeast outputBytes(Node node) {
        var sum = AtLeast.ZERO;
        for (String output : node.outputs()) {
            if (!output.isEmpty() && !constants.isConstant(output)) {
                sum = sum.plus(AtLeast.of(TensorBytes.of(output, types)));
            }
        }
        return sum;
    }

    private List<Node> inOrder(Collection<Node> nodes) {
        return nodes.stream()
                .sorted(Comparator.comparingInt(node -> positions.getOrDefault(node, 0)))
                .toList();
    }
}
