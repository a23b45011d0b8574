package dev.lathe.model.metric;

import dev.lathe.model.cost.AtLeast;
import dev.lathe.model.cost.PartCost;
import dev.lathe.model.cost.PartCosts;
import dev.lathe.model.graph.Node;
import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.work.Progress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Computes values of all layers and groups of a model.
public final class CostValues {
    private static final int BITS_PER_BYTE = 8;

    private final Metric metric;
    private final Progress progress;
    private final Map<String, PartCosts> costs = new HashMap<>();
    private final ZeroCounter zeros = new ZeroCounter();
    private final LinkedHashMap<String, Amount> layers = new LinkedHashMap<>();
    private final LinkedHashMap<String, Amount> groups = new LinkedHashMap<>();

    private CostValues(Metric metric, Progress progress) {
        this.metric = metric;
        this.progress = progress;
    }

    /// The values of all layers and groups. A layer in a branch or body counts for one turn; the
    /// layer that holds the branch or body for all that are run.
    ///
    /// @param outline with the types of one sample, in which a batch is 1
    public static NodeValues of(Metric metric, Outline outline, Progress progress)
            throws InterruptedException {
        var values = new CostValues(metric, progress);
        var scopes = Scopes.of(outline);
        for (int i = 0; i < scopes.size(); i++) {
            progress.checkCancelled();
            progress.update(i, scopes.size());
            values.add(scopes.get(i));
        }
        return new NodeValues(values.layers, values.groups);
    }

    private void add(Scope scope) throws InterruptedException {
        var parts = parts(scope);
        costs.put(scope.path(), parts);
        for (Node node : scope.graph().nodes()) {
            var value = value(List.of(node), scope, parts);
            if (value.isPresent()) {
                layers.put(scope.id(node), value.get());
            }
        }
        for (Group group : scope.groups().root().stream().toList()) {
            var value = value(group.allNodes(), scope, parts);
            if (value.isPresent()) {
                groups.put(scope.id(group), value.get());
            }
        }
    }

    private PartCosts parts(Scope scope) {
        var outer = scope.outer().map(Scope::path).map(costs::get);
        var isSubgraph =
                scope.holder().stream()
                        .flatMap(holder -> holder.subgraphs().stream())
                        .anyMatch(graph -> isSame(graph, scope.graph()));
        return outer.isPresent() && isSubgraph
                ? outer.get().inside(scope.graph(), scope.types())
                : PartCosts.of(scope.graph(), scope.types());
    }

    @SuppressWarnings("ReferenceEquality") // comparing two large graphs takes long
    private static boolean isSame(Object a, Object b) {
        return a == b;
    }

    private Optional<Amount> value(List<Node> nodes, Scope scope, PartCosts parts)
            throws InterruptedException {
        if (metric == Metric.SPARSITY) {
            return zeros.of(nodes, scope.graph(), parts, progress);
        }
        return value(parts.sum(nodes), parts);
    }

    private Optional<Amount> value(PartCost cost, PartCosts parts) {
        return switch (metric) {
            case MACS -> Optional.of(Amount.of(cost.macs()));
            case PARAMETERS -> Optional.of(Amount.of((double) cost.parameters()));
            case WEIGHTS -> Optional.of(Amount.of((double) cost.weightBytes()));
            case ACTIVATIONS -> Optional.of(Amount.of(cost.outputBytes()));
            case PEAK ->
                    Optional.of(
                            Amount.of(
                                    new AtLeast(cost.activationPeakBytes(), parts.unknownSizes())));
            case BITS -> bits(cost);
            case SPARSITY -> Optional.empty();
        };
    }

    /// Without weights there are no bits; of weights that take no bytes they are not known.
    private static Optional<Amount> bits(PartCost cost) {
        if (cost.parameters() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                cost.weightBytes() == 0
                        ? Amount.UNKNOWN
                        : Amount.of(
                                (double) BITS_PER_BYTE * cost.weightBytes() / cost.parameters()));
    }
}
