package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import java.util.List;
import java.util.Optional;

/// Transformer layers of ONNX Runtime's own domain (docs/ContribOperators.md).
final class TransformerRules {

    private TransformerRules() {}

    static void register(RuleBook book) {
        book.microsoft(TransformerRules::attention, "Attention", "QAttention");
        book.microsoft(
                TransformerRules::multiHead,
                "MultiHeadAttention",
                "DecoderMaskedMultiHeadAttention");
        book.microsoft(TransformerRules::groupQuery, "GroupQueryAttention");
        book.microsoft(TransformerRules::embedding, "EmbedLayerNormalization");
        book.microsoft(
                ElementwiseRules::same,
                "GemmaRotaryEmbedding",
                "LongformerAttention",
                "RotaryEmbedding");
        book.microsoft(TransformerRules::positionBias, "RelativePositionBias");
        book.microsoft(TransformerRules::packed, "PackedAttention");
        book.microsoft(TransformerRules::packedMultiHead, "PackedMultiHeadAttention");
        book.microsoft(TransformerRules::beams, "BeamSearch", "WhisperBeamSearch");
        book.microsoft(TransformerRules::tokens, "GreedySearch", "Sampling");
    }

    /// `input (B×S×I)`, `weights (I×3H)` to `B×S×H` and the present keys and values
    /// `2×B×heads×total×size`.
    private static void attention(Call call) throws NotInferableException {
        boolean quantized = call.node().opType().equals("QAttention");
        var element = call.element(quantized ? 3 : 0);
        for (int i = 0; i < call.outputs(); i++) {
            call.give(i, element);
        }
        var x = call.shape(0, 3);
        var sizes = call.node().intsAttribute("qkv_hidden_sizes").orElse(List.of());
        var columns = call.shape(1, 2).get(1);
        var hidden =
                sizes.size() == 3
                        ? Dimension.of(sizes.get(2))
                        : DimensionMath.quotient(List.of(columns), List.of(Dimension.of(3)));
        call.give(0, element, x.with(2, hidden));
        var heads = Dimension.of(call.node().intAttribute("num_heads", 1));
        int past = quantized ? 8 : 4;
        var before = call.findShape(past).filter(p -> p.rank() == 5).map(p -> p.get(3));
        var total =
                call.has(past)
                        ? before.map(b -> DimensionMath.add(b, x.get(1))).orElse(Dimension.UNKNOWN)
                        : x.get(1);
        call.give(
                1,
                element,
                new Shape(
                        List.of(
                                Dimension.of(2),
                                x.get(0),
                                heads,
                                total,
                                DimensionMath.divide(hidden, heads))));
    }

    /// The result is as wide as the values are; packed inputs carry the heads as an axis.
    private static void multiHead(Call call) throws NotInferableException {
        var element = call.element(0);
        for (int i = 0; i < call.outputs(); i++) {
            call.give(i, element);
        }
        var query = call.shape(0);
        if (query.rank() == 5) {
            var hidden = DimensionMath.multiply(query.get(2), query.get(4));
            call.give(0, element, new Shape(List.of(query.get(0), query.get(1), hidden)));
            return;
        }
        var heads = Dimension.of(call.node().intAttribute("num_heads", 1));
        var values = call.findShape(2);
        var width = call.has(2) ? width(values) : query.get(2);
        call.give(0, element, query.with(2, width));
        var keySize = DimensionMath.divide(query.get(2), heads);
        var size = DimensionMath.divide(width, heads);
        var total = total(call);
        call.give(1, element, new Shape(List.of(query.get(0), heads, total, keySize)));
        call.give(2, element, new Shape(List.of(query.get(0), heads, total, size)));
    }

    private static Dimension width(Optional<Shape> values) {
        if (values.isEmpty() || values.get().rank() < 3) {
            return Dimension.UNKNOWN;
        }
        var shape = values.get();
        return shape.rank() == 3
                ? shape.get(2)
                : DimensionMath.multiply(shape.get(1), shape.get(3));
    }

    /// The keys of this call and of the past.
    private static Dimension total(Call call) {
        var key = call.findShape(1);
        if (key.isEmpty() || key.get().rank() < 3) {
            return Dimension.UNKNOWN;
        }
        var own = key.get().get(key.get().rank() == 4 ? 2 : 1);
        if (!call.has(6) || key.get().rank() == 4) {
            return own;
        }
        return call.findShape(6)
                .filter(past -> past.rank() == 4)
                .map(past -> DimensionMath.add(past.get(2), own))
                .orElse(Dimension.UNKNOWN);
    }

    private static void groupQuery(Call call) throws NotInferableException {
        var element = call.element(0);
        call.give(0, element);
        call.give(1, element);
        call.give(2, element);
        var query = call.shape(0, 3);
        long heads = call.node().intAttribute("num_heads", 1);
        long groups = call.node().intAttribute("kv_num_heads", heads);
        var packed = Dimension.of(call.has(1) ? heads : heads + 2 * groups);
        var size = DimensionMath.divide(query.get(2), packed);
        call.give(0, element, query.with(2, DimensionMath.multiply(size, Dimension.of(heads))));
        var present =
                new Shape(List.of(query.get(0), Dimension.of(groups), presentLength(call), size));
        call.give(1, element, present);
        call.give(2, element, present);
    }

    /// The cache holds the past and the tokens of this call, or is as long as the past's buffer.
    private static Dimension presentLength(Call call) {
        var past = call.findShape(3).filter(shape -> shape.rank() == 4).map(shape -> shape.get(2));
        var total =
                call.findContent(6)
                        .filter(content -> content.size() == 1)
                        .map(content -> content.dimension(0));
        return past.orElse(null) instanceof Fixed(long before)
                        && total.orElse(null) instanceof Fixed(long now)
                ? Dimension.of(Math.max(before, now))
                : Dimension.UNKNOWN;
    }

    /// `(buckets×heads)`, query length, key length to `1×heads×S×T`.
    private static void positionBias(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var rows = call.findContent(1).map(length -> length.dimension(0));
        var columns = call.findContent(2).map(length -> length.dimension(0));
        call.give(
                0,
                call.element(0),
                new Shape(
                        List.of(
                                Dimension.of(1),
                                call.shape(0, 2).get(1),
                                rows.orElse(Dimension.UNKNOWN),
                                columns.orElse(Dimension.UNKNOWN))));
    }

    /// `tokens×I`, weights `I×3H` to `tokens×H`.
    private static void packed(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var sizes = call.node().intsAttribute("qkv_hidden_sizes").orElse(List.of());
        var columns = call.shape(1, 2).get(1);
        var hidden =
                sizes.size() == 3
                        ? Dimension.of(sizes.get(2))
                        : DimensionMath.divide(columns, Dimension.of(3));
        call.give(0, call.element(0), call.shape(0, 2).with(1, hidden));
    }

    /// Query `tokens×H`, or all three packed as `tokens×heads×3×size`.
    private static void packedMultiHead(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var query = call.shape(0);
        var width =
                query.rank() == 4
                        ? DimensionMath.multiply(query.get(1), query.get(3))
                        : call.shape(2, 2).get(1);
        call.give(0, call.element(0), new Shape(List.of(query.get(0), width)));
    }

    /// `ids (B×S)`, `words (vocabulary×H)` to `B×S×H`, a mask index of `B`, and the sum.
    private static void embedding(Call call) throws NotInferableException {
        var element = call.element(2);
        call.give(0, element);
        call.give(1, DataType.INT32);
        call.give(2, element);
        var ids = call.shape(0, 2);
        var embedded = new Shape(List.of(ids.get(0), ids.get(1), call.shape(2, 2).get(1)));
        call.give(0, element, embedded);
        call.give(2, element, embedded);
        call.give(1, DataType.INT32, new Shape(List.of(ids.get(0))));
    }

    /// `B×returned sequences×longest`, and scores that depend on the run.
    private static void beams(Call call) throws NotInferableException {
        call.give(0, DataType.INT32);
        call.give(1, DataType.FLOAT);
        call.give(2, DataType.FLOAT);
        var batch = call.shape(0).get(0);
        var longest = call.content(1).dimension(0);
        var returned = call.content(4).dimension(0);
        call.give(0, DataType.INT32, new Shape(List.of(batch, returned, longest)));
        call.give(1, DataType.FLOAT, new Shape(List.of(batch, returned)));
    }

    private static void tokens(Call call) throws NotInferableException {
        call.give(0, DataType.INT32);
        var longest = call.content(1).dimension(0);
        call.give(0, DataType.INT32, new Shape(List.of(call.shape(0).get(0), longest)));
    }
}
