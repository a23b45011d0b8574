package dev.lathe.ui.inspect;

import dev.lathe.model.cost.LayerCost;
import dev.lathe.model.cost.PartCosts;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.SparseTensorType;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.metric.RuntimeNames;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.measure.OperatorTime;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.theme.OperatorKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Makes the rows of the layer table.
final class LayerRows {
    /// Functions that call functions can stand for more nodes than anyone can list.
    private static final int MOST = 250_000;

    private final Version version;
    private final Progress progress;
    private final Map<String, Double> times;
    private final List<LayerRow> rows = new ArrayList<>();

    private LayerRows(Version version, Progress progress) {
        this.version = version;
        this.progress = progress;
        this.times = times(version);
    }

    /// A row for each layer of all graphs of a model: those in a node after it.
    static List<LayerRow> of(Version version, Outline outline, Progress progress)
            throws InterruptedException {
        var maker = new LayerRows(version, progress);
        for (Scope root : outline.roots()) {
            maker.add(root, PartCosts.of(root.graph(), root.types()));
        }
        return List.copyOf(maker.rows);
    }

    private void add(Scope scope, PartCosts costs) throws InterruptedException {
        progress.checkCancelled();
        var groups = scope.groups();
        for (Node node : scope.graph().nodes()) {
            if (rows.size() >= MOST) {
                return;
            }
            var path = scope.id(groups.home(node));
            rows.add(row(scope, node, path, cost(scope, node, costs)));
            for (Scope inner : scope.inside(node)) {
                boolean held = holds(node, inner);
                add(
                        inner,
                        held
                                ? costs.inside(inner.graph(), inner.types())
                                : PartCosts.of(inner.graph(), inner.types()));
            }
        }
    }

    /// Whether a scope is a branch or body that sees the values around it, not a called function.
    @SuppressWarnings("ReferenceEquality") // comparing two large graphs takes long
    private static boolean holds(Node node, Scope inner) {
        return node.subgraphs().stream().anyMatch(graph -> graph == inner.graph());
    }

    /// The cost as all other panes have it; for a node inside another, its own.
    private Optional<LayerCost> cost(Scope scope, Node node, PartCosts costs) {
        var id = scope.id(node);
        var known = scope.path().isEmpty() ? version.cost().layers().get(id) : null;
        if (known != null) {
            return Optional.of(known);
        }
        var own = costs.sum(List.of(node));
        return Optional.of(
                new LayerCost(
                        id,
                        own.parameters(),
                        own.weightBytes(),
                        own.macs(),
                        own.outputBytes().exact()));
    }

    private LayerRow row(Scope scope, Node node, String group, Optional<LayerCost> cost) {
        var outputs = node.outputs().stream().filter(output -> !output.isEmpty()).toList();
        var id = scope.id(node);
        var time = times.get(id);
        return new LayerRow(
                id,
                node.opType(),
                OperatorKind.of(node),
                outputs.stream()
                        .map(output -> TypeText.shape(scope.types().shape(output)))
                        .collect(Collectors.joining(", ")),
                outputs.stream()
                        .map(output -> element(scope.types().type(output)))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                group,
                cost,
                time == null ? OptionalDouble.empty() : OptionalDouble.of(time));
    }

    private static String element(Optional<ValueType> type) {
        return type.map(known ->
                        switch (known) {
                            case TensorType tensor -> tensor.element().label();
                            case SparseTensorType tensor -> tensor.element().label();
                            default -> TypeText.of(known);
                        })
                .orElse("?");
    }

    /// The times of the layers of the main graph: the runtime tells nothing of the way to others.
    private static Map<String, Double> times(Version version) {
        var times = new HashMap<String, Double>();
        version.profile()
                .ifPresent(profile -> {
                    var names = new RuntimeNames(version.model().graph());
                    for (OperatorTime time : profile.operators()) {
                        names.layer(time.name())
                                .ifPresent(layer -> times.merge(layer, time.ms(), Double::sum));
                    }
                });
        return times;
    }
}
