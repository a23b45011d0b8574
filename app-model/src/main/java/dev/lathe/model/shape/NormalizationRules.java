package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import java.util.List;

/// Normalizations and Dropout: the first output is like the first input.
final class NormalizationRules {

    private NormalizationRules() {}

    static void register(RuleBook book) {
        book.standard(
                ElementwiseRules::same,
                "InstanceNormalization",
                "GroupNormalization",
                "LRN",
                "LpNormalization",
                "MeanVarianceNormalization",
                "RMSNormalization");
        book.microsoft(ElementwiseRules::same, "GroupNorm");
        book.standard(NormalizationRules::batch, "BatchNormalization");
        book.standard(NormalizationRules::dropout, "Dropout");
        book.standard(
                NormalizationRules::layer, "LayerNormalization", "SimplifiedLayerNormalization");
        book.microsoft(
                NormalizationRules::skip,
                "SkipLayerNormalization",
                "SkipSimplifiedLayerNormalization");
    }

    /// The running statistics are vectors with an element for each channel.
    private static void batch(Call call) throws NotInferableException {
        call.give(0, call.type(0));
        var channels = call.shape(0).rank() > 1 ? call.shape(0).get(1) : Dimension.of(1);
        for (int i = 1; i < call.outputs(); i++) {
            int source = call.opset() >= 14 ? 3 : 1;
            call.give(i, call.element(source), new Shape(List.of(channels)));
        }
    }

    /// The mask is of truth values since version 10, of the data's type before.
    private static void dropout(Call call) throws NotInferableException {
        call.give(0, call.type(0));
        var element = call.opset() >= 10 ? DataType.BOOL : call.element(0);
        call.give(1, element);
        call.give(1, element, call.shape(0));
    }

    /// Mean and inverse deviation have ones on the normalized axes.
    private static void layer(Call call) throws NotInferableException {
        call.give(0, call.type(0));
        var element =
                DataType.ofCode((int) call.node().intAttribute("stash_type", 1))
                        .orElseThrow(NotInferableException::new);
        call.give(1, element);
        call.give(2, element);
        var shape = call.shape(0);
        for (int i = Call.axis(call.node().intAttribute("axis", -1), shape.rank());
                i < call.shape(0).rank();
                i++) {
            shape = shape.with(i, Dimension.of(1));
        }
        call.give(1, element, shape);
        call.give(2, element, shape);
    }

    /// The last output is the sum of input, skip and bias.
    private static void skip(Call call) throws NotInferableException {
        call.give(0, call.type(0));
        call.give(3, call.type(0));
        call.give(1, DataType.FLOAT);
        call.give(2, DataType.FLOAT);
        var statistics = call.shape(0).with(-1, Dimension.of(1));
        call.give(1, DataType.FLOAT, statistics);
        call.give(2, DataType.FLOAT, statistics);
    }
}
