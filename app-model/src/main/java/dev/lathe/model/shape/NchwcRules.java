package dev.lathe.model.shape;

import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;

/// Operators on ONNX Runtime's blocked layout (`com.microsoft.nchwc`), which a graph holds that was
/// optimized for one processor. Channels are padded to a block whose size only the processor knows,
/// so that reordering an input leaves them unknown; the weights of a convolution have them padded.
final class NchwcRules {

    private NchwcRules() {}

    static void register(RuleBook book) {
        book.blocked(NchwcRules::reorderInput, "ReorderInput");
        book.blocked(NchwcRules::reorderOutput, "ReorderOutput");
        book.blocked(ConvolutionRules::convolution, "Conv");
        book.blocked(PoolingRules::pool, "AveragePool", "MaxPool");
        book.blocked(PoolingRules::global, "GlobalAveragePool", "GlobalMaxPool");
        book.blocked(NchwcRules::upsample, "Upsample");
    }

    private static void reorderInput(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0, 4);
        boolean last = call.node().intAttribute("channels_last", 0) != 0;
        var height = x.get(last ? 1 : 2);
        var width = x.get(last ? 2 : 3);
        call.give(0, call.element(0), x.with(1, Dimension.UNKNOWN).with(2, height).with(3, width));
    }

    private static void reorderOutput(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0, 4);
        var channels = Dimension.of(call.node().intAttribute("channels", -1));
        if (channels instanceof Fixed(long count) && count < 0) {
            throw new NotInferableException();
        }
        call.give(
                0,
                call.element(0),
                call.node().intAttribute("channels_last", 0) == 0
                        ? x.with(1, channels)
                        : x.with(1, x.get(2)).with(2, x.get(3)).with(3, channels));
    }

    private static void upsample(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        if (!(call.node().attribute("scales").orElse(null) instanceof IntsValue(var scales))) {
            throw new NotInferableException();
        }
        Shape result = call.shape(0, scales.size());
        for (int i = 0; i < scales.size(); i++) {
            var scale = Dimension.of(scales.get(i));
            result = result.with(i, DimensionMath.multiply(result.get(i), scale));
        }
        call.give(0, call.element(0), result);
    }
}
