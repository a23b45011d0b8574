package dev.lathe.model.cost;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/// Adds up what parts of the main graph cost.
///
/// The parameters, MACs and activation peak of all layers together are those of the model. The
/// weight bytes of the model are more than those of its layers where it holds constants that are
/// arguments (shapes, axes) or that no layer reads.
public final class PartCosts {
    private final Graph graph;
    private final ModelCost cost;
    private final IdentityHashMap<Node, List<Constants.Use>> uses = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> positions = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Long> alive;

    private PartCosts(ModelGraph model, InferredTypes types, ModelCost cost) {
        this.graph = model.graph();
        this.cost = cost;
        var constants = new Constants(graph, types, null);
        graph.topologicalOrder().forEach(constants::note);
        for (Node node : graph.nodes()) {
            var own = new ArrayList<Constants.Use>();
            CostAnalysis.forEachUse(node, constants, types, own::add);
            uses.put(node, own);
            positions.put(node, positions.size());
        }
        alive = new ActivationPeak(graph, types, constants).whileRunning();
    }

    /// What adds up the costs of a model.
    ///
    /// @param types what the cost was computed from
    public static PartCosts of(ModelGraph model, InferredTypes types, ModelCost cost) {
        return new PartCosts(model, types, cost);
    }

    /// What some nodes of the main graph cost together.
    public PartCost sum(Collection<Node> nodes) {
        var weights = new WeightCount();
        var macs = AtLeast.ZERO;
        long peak = 0;
        for (Node node : inOrder(nodes)) {
            uses.getOrDefault(node, List.of()).forEach(weights::add);
            var layer = cost.layers().get(graph.layerName(node));
            if (layer != null) {
                macs = macs.plus(layer.macs());
            }
            peak = Math.max(peak, alive.getOrDefault(node, 0L));
        }
        return new PartCost(weights.parameters(), weights.weightBytes(), macs, peak);
    }

    private List<Node> inOrder(Collection<Node> nodes) {
        return nodes.stream()
                .sorted(Comparator.comparingInt(node -> positions.getOrDefault(node, 0)))
                .toList();
    }
}
