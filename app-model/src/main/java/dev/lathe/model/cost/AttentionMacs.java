package dev.lathe.model.cost;

import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.InferredTypes;
import java.util.Optional;
import java.util.OptionalLong;

/// Counts the two matrix products inside an attention operator, `Q·Kᵀ` and `P·V`, and the
/// projection of its input where the operator holds the weights for it. Masked products count as
/// well, and the keys of a past among the keys.
final class AttentionMacs {

    private AttentionMacs() {}

    static OptionalLong of(Node node, InferredTypes types) {
        return switch (node.opType()) {
            case "QAttention" -> projected(node, types, 8);
            case "GroupQueryAttention" -> grouped(node, types);
            case "MultiHeadAttention" -> separate(node, types, 6);
            case "FlexAttention" -> separate(node, types, Integer.MAX_VALUE);
            default -> node.isStandard() ? separate(node, types, 4) : projected(node, types, 4);
        };
    }

    /// `com.microsoft.Attention`: input `B×S×I`, weights `I×3H`, past `2×B×heads×P×size`.
    private static OptionalLong projected(Node node, InferredTypes types, int past) {
        var x = MacCount.input(node, types, 0);
        var weights = MacCount.input(node, types, 1);
        var y = MacCount.output(node, types);
        if (x.isEmpty() || weights.isEmpty() || x.get().rank() != 3 || y.isEmpty()) {
            return OptionalLong.empty();
        }
        var tokens = MacCount.product(x.get().size(0), x.get().size(1));
        var projection = MacCount.product(tokens, MacCount.elements(weights));
        var keys = length(node, types, past, 3, x.get().size(1));
        var products =
                MacCount.product(MacCount.product(MacCount.elements(y), keys), OptionalLong.of(2));
        return MacCount.sum(projection, products);
    }

    /// Query, key and value as inputs: `B×S×H` or `B×heads×S×size`; or all in the first as
    /// `B×S×heads×3×size`.
    ///
    /// @param past the input that holds the keys of the past, `B×heads×P×size`
    private static OptionalLong separate(Node node, InferredTypes types, int past) {
        var query = MacCount.input(node, types, 0);
        var y = MacCount.output(node, types);
        if (query.isEmpty() || y.isEmpty() || query.get().rank() < 3) {
            return OptionalLong.empty();
        }
        if (query.get().rank() == 5) {
            return MacCount.product(
                    MacCount.product(MacCount.elements(y), query.get().size(1)),
                    OptionalLong.of(2));
        }
        var key = MacCount.input(node, types, 1);
        if (key.isEmpty() || key.get().rank() < 3) {
            return OptionalLong.empty();
        }
        boolean packed = key.get().rank() == 5; // keys and values as B×T×heads×2×size
        var own = key.get().size(packed ? 1 : -2);
        var keys = length(node, types, past, 2, own);
        var width = MacCount.sum(MacCount.elements(query), MacCount.elements(y));
        return MacCount.product(width, keys);
    }

    /// Keys are those of the cache after this call, `B×groups×T×size`; each group of heads shares
    /// one of them, which saves bytes and no products.
    private static OptionalLong grouped(Node node, InferredTypes types) {
        var y = MacCount.output(node, types);
        var query = MacCount.input(node, types, 0);
        if (y.isEmpty() || query.isEmpty() || query.get().rank() != 3) {
            return OptionalLong.empty();
        }
        var cache =
                node.outputs().size() > 1
                        ? types.shape(node.outputs().get(1)).filter(shape -> shape.rank() == 4)
                        : Optional.<Shape>empty();
        var keys = cache.map(shape -> shape.size(2)).orElse(OptionalLong.empty());
        if (keys.isEmpty()) {
            keys = length(node, types, 3, 2, query.get().size(1));
        }
        return MacCount.product(MacCount.product(MacCount.elements(y), keys), OptionalLong.of(2));
    }

    /// A number of keys plus those of the past, if the node is given a past.
    private static OptionalLong length(
            Node node, InferredTypes types, int past, int axis, OptionalLong present) {
        if (node.input(past).isEmpty()) {
            return present;
        }
        var before =
                MacCount.input(node, types, past)
                        .filter(shape -> shape.rank() > axis)
                        .map(shape -> shape.size(axis))
                        .orElse(OptionalLong.empty());
        return MacCount.sum(present, before);
    }
}
