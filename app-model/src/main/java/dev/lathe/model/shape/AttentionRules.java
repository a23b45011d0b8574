package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import java.util.List;

/// Attention of the standard operators: `Q (B×heads×S×size)` or `(B×S×heads·size)`.
final class AttentionRules {

    private AttentionRules() {}

    static void register(RuleBook book) {
        book.standard(AttentionRules::attention, "Attention");
        book.standard(AttentionRules::linear, "LinearAttention");
        book.standard(AttentionRules::causalConvolution, "CausalConvWithState");
        book.standard(ElementwiseRules::same, "RotaryEmbedding");
        book.preview(AttentionRules::flexible, "FlexAttention");
    }

    /// Outputs: result, keys and values with those of the past, products of queries and keys.
    private static void attention(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(1, call.element(1));
        call.give(2, call.element(2));
        call.give(3, call.element(0));
        var query = call.shape(0);
        var key = heads(call.shape(1), call.node().intAttribute("kv_num_heads", 0));
        var value = heads(call.shape(2), call.node().intAttribute("kv_num_heads", 0));
        long queryHeads = call.node().intAttribute("q_num_heads", 0);
        var split = heads(query, queryHeads);
        var size = value.get(3);
        call.give(
                0,
                call.element(0),
                query.rank() == 4
                        ? query.with(3, size)
                        : query.with(2, DimensionMath.multiply(size, Dimension.of(queryHeads))));
        var past = call.findShape(4).filter(shape -> shape.rank() == 4).map(shape -> shape.get(2));
        var total =
                call.has(4)
                        ? DimensionMath.add(past.orElse(Dimension.UNKNOWN), key.get(2))
                        : key.get(2);
        call.give(1, call.element(1), key.with(2, total));
        call.give(2, call.element(2), value.with(2, total));
        call.give(3, call.element(0), split.with(3, total));
    }

    /// `B×S×heads·size` as `B×heads×S×size`.
    private static Shape heads(Shape shape, long heads) throws NotInferableException {
        if (shape.rank() == 4) {
            return shape;
        }
        if (shape.rank() != 3 || heads <= 0) {
            throw new NotInferableException();
        }
        var count = Dimension.of(heads);
        return new Shape(
                List.of(
                        shape.get(0),
                        count,
                        shape.get(1),
                        DimensionMath.quotient(List.of(shape.get(2)), List.of(count))));
    }

    private static void linear(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(1, call.has(3) ? call.element(3) : call.element(0));
        long queryHeads = call.node().intAttribute("q_num_heads", 0);
        long keyHeads = call.node().intAttribute("kv_num_heads", 0);
        var key = heads(call.shape(1, 3), keyHeads);
        var value = heads(call.shape(2, 3), keyHeads);
        call.give(
                0,
                call.element(0),
                call.shape(0, 3)
                        .with(2, DimensionMath.multiply(value.get(3), Dimension.of(queryHeads))));
        call.give(
                1,
                call.has(3) ? call.element(3) : call.element(0),
                new Shape(List.of(key.get(0), key.get(1), key.get(3), value.get(3))));
    }

    /// The state is what the kernel reaches back: `B×C×(k − 1)`.
    private static void causalConvolution(Call call) throws NotInferableException {
        call.give(0, call.type(0));
        call.give(1, call.element(0));
        var reach =
                call.shape(1, 3).get(2) instanceof Fixed(long size)
                        ? Dimension.of(size - 1)
                        : Dimension.UNKNOWN;
        call.give(1, call.element(0), call.shape(0, 3).with(2, reach));
    }

    private static void flexible(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(0, call.element(0), call.shape(0, 4).with(3, call.shape(2, 4).get(3)));
    }
}
