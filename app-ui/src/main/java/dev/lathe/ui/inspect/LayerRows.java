package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Node;
import dev.lathe.profiler.measure.OperatorTime;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.theme.OperatorKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Makes the rows of the layer table.
final class LayerRows {
    private final Version version;
    private final Map<String, Double> times = new HashMap<>();

    private LayerRows(Version version) {
        this.version = version;
        version.profile()
                .ifPresent(profile -> {
                    for (OperatorTime time : profile.operators()) {
                        times.merge(time.name(), time.ms(), Double::sum);
                    }
                });
    }

    /// A row for each layer of the main graph, in its order.
    static List<LayerRow> of(Version version) {
        var maker = new LayerRows(version);
        var nodes = version.model().graph().nodes();
        var rows = new ArrayList<LayerRow>(nodes.size());
        for (Node node : nodes) {
            rows.add(maker.row(rows.size(), node));
        }
        return rows;
    }

    private LayerRow row(int position, Node node) {
        var name = version.model().graph().layerName(node);
        var shape = node.outputs().stream().findFirst().flatMap(version.types()::shape);
        var time = times.get(name);
        return new LayerRow(
                position,
                name,
                node.opType(),
                OperatorKind.of(node),
                TypeText.shape(shape),
                Optional.ofNullable(version.cost().layers().get(name)),
                time == null ? OptionalDouble.empty() : OptionalDouble.of(time));
    }
}
