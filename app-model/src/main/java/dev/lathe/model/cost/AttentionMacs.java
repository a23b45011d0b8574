package dev.lathe.model.cost;

import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.InferredTypes;
import java.util.OptionalLong;

/// Counts the two matrix products inside an attention operator, `Q·Kᵀ` and `P·V`, and the
/// projection of its input where the operator holds the weights for it.
final class AttentionMacs {

    private AttentionMacs() {}

    static OptionalLong of(Node node, InferredTypes types) {
        return node.opType().equals("Attention") && !node.isStandard()
                ? projected(node, types)
                : separate(node, types);
    }

    /// `com.microsoft.Attention`: input `B×S×I`, weights `I×3H`.
    private static OptionalLong projected(Node node, InferredTypes types) {
        var x = MacCount.input(node, types, 0);
        var weights = MacCount.input(node, types, 1);
        var y = MacCount.output(node, types);
        if (x.isEmpty() || weights.isEmpty() || x.get().rank() != 3 || y.isEmpty()) {
            return OptionalLong.empty();
        }
        var tokens = MacCount.product(x.get().size(0), x.get().size(1));
        var projection = MacCount.product(tokens, MacCount.elements(weights));
        var keys = length(node, types, 4, 3, x.get().size(1));
        var products =
                MacCount.product(MacCount.product(MacCount.elements(y), keys), OptionalLong.of(2));
        return MacCount.sum(projection, products);
    }

    /// Query, key and value as inputs: `B×S×H` or `B×heads×S×size`.
    private static OptionalLong separate(Node node, InferredTypes types) {
        var query = MacCount.input(node, types, 0);
        var key = MacCount.input(node, types, 1);
        var y = MacCount.output(node, types);
        if (query.isEmpty() || key.isEmpty() || y.isEmpty() || key.get().rank() < 3) {
            return OptionalLong.empty();
        }
        var keys = key.get().size(-2);
        if (node.isStandard()) {
            keys = length(node, types, 4, 2, keys);
        }
        var width = MacCount.sum(MacCount.elements(query), MacCount.elements(y));
        return MacCount.product(width, keys);
    }

    /// A number of keys plus those of the past, if the node is given a past.
    private static OptionalLong length(
            Node node, InferredTypes types, int past, int axis, OptionalLong present) {
        if (node.input(past).isEmpty()) {
            return present;
        }
        var before =
                MacCount.input(node, types, past)
                        .filter((Shape shape) -> shape.rank() > axis)
                        .map(shape -> shape.size(axis))
                        .orElse(OptionalLong.empty());
        return MacCount.sum(present, before);
    }
}
