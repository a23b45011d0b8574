package dev.lathe.ui.inspect;

import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.Node;
import dev.lathe.ui.inspect.Inspection.OfLayer;
import java.util.Map;
import java.util.Optional;

/// Finds the version of the operator set that a layer is of.
final class Opsets {
    private Opsets() {}

    /// The version; 0 if the model does not say it.
    static long of(OfLayer layer) {
        var functions = layer.version().model().functions();
        for (var scope = Optional.of(layer.scope());
                scope.isPresent();
                scope = scope.get().outer()) {
            var called = scope.get().holder();
            for (LocalFunction function : functions) {
                if (called.filter(node -> isOf(function, node)).isPresent()) {
                    return of(layer.node(), function.opsets());
                }
            }
        }
        return of(layer.node(), layer.version().model().header().opsets());
    }

    private static boolean isOf(LocalFunction function, Node node) {
        return function.name().equals(node.opType()) && function.domain().equals(node.domain());
    }

    private static long of(Node node, Map<String, Long> opsets) {
        if (node.isStandard()) {
            return opsets.getOrDefault("", opsets.getOrDefault("ai.onnx", 0L));
        }
        return opsets.getOrDefault(node.domain(), 0L);
    }
}
