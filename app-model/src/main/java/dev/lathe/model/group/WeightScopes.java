package dev.lathe.model.group;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The modules of nodes as told by the names of their weights: a network that was exported with
/// flat node names still calls its weights `encoder.layers.0.attention.weight`.
final class WeightScopes {
    private final List<List<String>> paths = new ArrayList<>();
    private int weighted;
    private int scoped;

    /// @param initializers the constants of the graph by name
    WeightScopes(Flow flow, Map<String, Tensor> initializers) {
        for (int i = 0; i < flow.size(); i++) {
            paths.add(Scopes.limited(path(flow, i, initializers)));
        }
    }

    /// By position; empty where the weights of a node say nothing or it has none.
    List<List<String>> paths() {
        return paths;
    }

    /// The share of the nodes with weights whose names say something.
    double share() {
        return weighted == 0 ? 0 : (double) scoped / weighted;
    }

    private List<String> path(Flow flow, int position, Map<String, Tensor> initializers) {
        var node = flow.node(position);
        var common = List.<String>of();
        boolean reads = false;
        for (String input : node.inputs()) {
            var tensor = initializers.get(input);
            if (tensor == null ? !isComputed(flow, position, input) : !isWeight(tensor)) {
                continue;
            }
            reads = true;
            var path = ScopeNames.ofWeight(input);
            if (path.isEmpty()) {
                path = pathBehind(flow, position, input);
            }
            if (!path.isEmpty()) {
                common = common.isEmpty() ? path : Paths.common(common, path);
            }
        }
        if (reads && !flow.isConstant(position)) {
            weighted++;
            scoped += common.isEmpty() ? 0 : 1;
        }
        return common;
    }

    /// Numbers that training made, not a shape, an axis or the 2 of `x / 2`.
    private static boolean isWeight(Tensor tensor) {
        boolean integers =
                tensor.type() == DataType.INT64
                        || tensor.type() == DataType.INT32
                        || tensor.type() == DataType.BOOL;
        return !integers && tensor.sizes().stream().anyMatch(size -> size > 1);
    }

    /// Whether a value is made from weights: transposed, decoded, filled.
    private static boolean isComputed(Flow flow, int position, String value) {
        for (int source : flow.sources(position)) {
            var node = flow.node(source);
            if (flow.isConstant(source)
                    && !node.inputs().isEmpty()
                    && node.outputs().contains(value)) {
                return true;
            }
        }
        return false;
    }

    private List<String> pathBehind(Flow flow, int position, String value) {
        for (int source : flow.sources(position)) {
            if (source < position && flow.node(source).outputs().contains(value)) {
                return paths.get(source);
            }
        }
        return List.of();
    }
}
