package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.List;

/// Fused and special operators of ONNX Runtime's own domain (docs/ContribOperators.md) that are no
/// attention.
final class FusedRules {

    private FusedRules() {}

    static void register(RuleBook book) {
        book.microsoft(
                ElementwiseRules::same,
                "BiasAdd",
                "BiasSoftmax",
                "ComplexMul",
                "ComplexMulConj",
                "Inverse",
                "MoE",
                "QMoE",
                "SampleOp",
                "Trilu");
        book.microsoft(FusedRules::halved, "BiasSplitGelu");
        book.microsoft(FusedRules::dropout, "BiasDropout");
        book.microsoft(FusedRules::bitmask, "BitmaskBiasDropout", "BitmaskDropout");
        book.microsoft(FusedRules::distance, "CDist");
        book.microsoft(FusedRules::cropped, "CropAndResize");
        book.microsoft(FusedRules::widened, "ExpandDims");
        book.microsoft(FusedRules::blockGathered, "GatherBlockQuantized");
        book.microsoft(FusedRules::embedded, "TorchEmbedding");
        book.microsoft(FusedRules::skipGroup, "SkipGroupNorm");
        book.microsoft(FusedRules::chosen, "QLinearWhere");
        book.microsoft(FusedRules::unpadded, "RemovePadding");
        book.microsoft(FusedRules::padded, "RestorePadding");
        book.microsoft(call -> call.give(0, call.type(1)), "NGramRepeatBlock");
        book.microsoft(FusedRules::tokens, "Tokenizer");
    }

    private static void halved(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0);
        call.give(0, call.element(0), x.with(-1, DimensionMath.divide(x.get(-1), Dimension.of(2))));
    }

    private static void dropout(Call call) throws NotInferableException {
        call.give(0, call.type(0));
        call.give(1, new TensorType(DataType.BOOL, call.findShape(0)));
    }

    /// The mask has a bit for each element, in words of 32.
    private static void bitmask(Call call) throws NotInferableException {
        call.give(0, call.type(0));
        var mask = new Shape(List.of(Dimension.UNKNOWN));
        call.give(1, DataType.UINT32, mask);
        if (DimensionMath.product(call.shape(0).dimensions()) instanceof Fixed(long bits)) {
            call.give(1, DataType.UINT32, Shape.of(Math.ceilDiv(bits, 32L)));
        }
    }

    /// Rows of `A` × rows of `B`.
    private static void distance(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(
                0,
                call.element(0),
                new Shape(List.of(call.shape(0, 2).get(0), call.shape(1, 2).get(0))));
    }

    /// `X (N×C×H×W)`, `rois (R×4)`, batch indices, crop size (2) to `R×C×size`.
    private static void cropped(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0, 4);
        var sizes = call.findContent(3);
        call.give(
                0,
                call.element(0),
                new Shape(
                        List.of(
                                call.shape(1, 2).get(0),
                                x.get(1),
                                sizes.map(s -> s.dimension(0)).orElse(Dimension.UNKNOWN),
                                sizes.map(s -> s.dimension(1)).orElse(Dimension.UNKNOWN))));
    }

    private static void widened(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var result = new ArrayList<>(call.shape(0).dimensions());
        result.add(Call.axis(call.content(1).whole(0), result.size() + 1), Dimension.of(1));
        call.give(0, call.element(0), new Shape(result));
    }

    /// Rows of a table that is quantized in blocks; 4-bit elements that are packed in bytes stand
    /// for two each on the last axis.
    private static void blockGathered(Call call) throws NotInferableException {
        var element = call.element(2);
        call.give(0, element);
        var data = call.shape(0);
        boolean packed =
                call.element(0) == DataType.UINT8 && call.node().intAttribute("bits", 4) == 4;
        int axis = Call.axis(call.node().intAttribute("gather_axis", 0), data.rank());
        var result = new ArrayList<>(data.dimensions());
        if (packed) {
            result.add(DimensionMath.multiply(result.removeLast(), Dimension.of(2)));
        }
        result.remove(axis);
        result.addAll(axis, call.shape(1).dimensions());
        call.give(0, element, new Shape(result));
    }

    private static void embedded(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var result = new ArrayList<>(call.shape(1).dimensions());
        result.add(call.shape(0, 2).get(1));
        call.give(0, call.element(0), new Shape(result));
    }

    private static void skipGroup(Call call) throws NotInferableException {
        call.give(0, call.type(0));
        call.give(1, call.type(0));
    }

    /// Condition, then `X, scale, zero point, Y, …`.
    private static void chosen(Call call) throws NotInferableException {
        call.give(0, call.element(1));
        var choices = Broadcast.of(call.shape(1), call.shape(4));
        call.give(0, call.element(1), Broadcast.of(call.shape(0), choices));
    }

    /// `B×S×H` to the tokens that are no padding, their offsets, and the cumulated lengths.
    private static void unpadded(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        for (int i = 1; i < call.outputs(); i++) {
            call.give(i, DataType.INT32);
        }
        var x = call.shape(0, 3);
        call.give(0, call.element(0), new Shape(List.of(Dimension.UNKNOWN, x.get(2))));
        call.give(1, DataType.INT32, new Shape(List.of(x.get(0), x.get(1))));
        call.give(2, DataType.INT32, new Shape(List.of(DimensionMath.add(x.get(0), 1))));
        call.give(3, DataType.INT32, Shape.of(1));
    }

    private static void padded(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var offsets = call.shape(1, 2);
        call.give(
                0,
                call.element(0),
                new Shape(List.of(offsets.get(0), offsets.get(1), call.shape(0, 2).get(1))));
    }

    private static void tokens(Call call) throws NotInferableException {
        call.give(0, DataType.STRING);
        var result = new ArrayList<>(call.shape(0).dimensions());
        result.add(Dimension.UNKNOWN);
        call.give(0, DataType.STRING, new Shape(result));
    }
}
