package dev.lathe.model.prune;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.layer.LayerWeight;
import dev.lathe.model.layer.LayerWeights;
import dev.lathe.model.layer.Rewrite;
import dev.lathe.model.layer.Rewrite.RefusedLayer;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Sets the weights of smallest magnitude to zero (Han et al., "Learning both Weights and
/// Connections", NeurIPS 2015, without retraining).
///
/// Of N weights exactly ⌊amount · N⌋ become zero; those that are zero already count. Of equal
/// magnitudes the first in the order of the graph go first.
///
/// @param amount from 0 to 1
public record MagnitudePruning(double amount, PruneScope scope) {

    /// Prunes the layers that are selected by name.
    ///
    /// @throws RewriteException if none of them has weights that can be pruned
    public Rewrite prune(ModelGraph model, Predicate<String> selected, Progress progress)
            throws RewriteException, InterruptedException {
        var graph = model.graph();
        var weights = LayerWeights.find(graph);
        var refused = new ArrayList<RefusedLayer>();
        var holders = new LinkedHashMap<String, Tensor>();
        for (LayerWeight weight : weights) {
            if (!selected.test(weight.layer())) {
                continue;
            }
            var reason = obstacle(weight, weights, selected);
            if (reason.isEmpty()) {
                holders.put(weight.holder(), weight.tensor());
            } else {
                refused.add(new RefusedLayer(weight.layer(), reason));
            }
        }
        if (holders.isEmpty()) {
            throw new RewriteException(nothingToPrune(weights, refused));
        }
        var changed = new LinkedHashSet<String>();
        var pruned = rewrite(graph, holders, changed, progress);
        return new Rewrite(
                changed.isEmpty() ? model : model.withGraph(pruned),
                layers(weights, selected, changed),
                refused,
                List.of());
    }

    /// Prunes the tensors and notes which were changed.
    private Graph rewrite(
            Graph graph,
            LinkedHashMap<String, Tensor> holders,
            Set<String> changed,
            Progress progress)
            throws InterruptedException {
        var editor = graph.edit();
        var groups =
                switch (scope) {
                    case GLOBAL -> List.of(List.copyOf(holders.sequencedValues()));
                    case LAYER -> holders.sequencedValues().stream().map(List::of).toList();
                };
        int done = 0;
        for (List<Tensor> group : groups) {
            var pruned = SmallestWeights.zero(group, amount, progress);
            for (int i = 0; i < group.size(); i++) {
                if (pruned.get(i).isPresent()) {
                    var holder = group.get(i).name();
                    LayerWeights.replace(graph, editor, holder, pruned.get(i).orElseThrow());
                    changed.add(holder);
                }
            }
            done += group.size();
            progress.update(done, holders.size());
        }
        return editor.build();
    }

    private static List<String> layers(
            List<LayerWeight> weights, Predicate<String> selected, Set<String> holders) {
        return weights.stream()
                .filter(weight -> holders.contains(weight.holder()))
                .map(LayerWeight::layer)
                .filter(selected)
                .distinct()
                .toList();
    }

    /// Why a weight cannot be pruned, as a clause; empty if it can.
    private static String obstacle(
            LayerWeight weight, List<LayerWeight> all, Predicate<String> selected) {
        var tensor = weight.tensor();
        if (tensor.type() != DataType.FLOAT) {
            return "its weights are " + tensor.type().label() + ", and only float32 is pruned";
        }
        if (tensor.content() instanceof Missing(_, _, _, var reason)) {
            return "its weights are missing: " + reason;
        }
        return all.stream()
                .filter(other -> other.holder().equals(weight.holder()))
                .filter(other -> !selected.test(other.layer()))
                .findFirst()
                .map(other ->
                        "it shares its weights with %s, which is not selected"
                                .formatted(other.layer()))
                .orElse("");
    }

    private static String nothingToPrune(List<LayerWeight> weights, List<RefusedLayer> refused) {
        if (!refused.isEmpty()) {
            return "Cannot prune %s: %s"
                    .formatted(refused.getFirst().layer(), refused.getFirst().reason());
        }
        return weights.isEmpty()
                ? "Cannot prune the model: it has no convolution, matrix product or recurrent layer"
                        + " with constant float32 weights (a quantized model has to be pruned"
                        + " before it is quantized)"
                : "Cannot prune the model: none of its %d weights belongs to a selected layer; check"
                                .formatted(weights.size())
                        + " the layer names";
    }
}
