package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import java.util.List;

/// Gradients and other operators of training graphs (ONNX Runtime, training_op_defs.cc).
final class GradientRules {

    private GradientRules() {}

    static void register(RuleBook book) {
        book.microsoft(
                ElementwiseRules::same,
                "BiasFastGeluGrad_dX",
                "BiasGeluGrad_dX",
                "BitmaskDropoutGrad",
                "DropoutGrad",
                "FastGeluGrad",
                "GeluGrad",
                "LogSoftmaxGrad",
                "LogSoftmaxGrad_13",
                "PassThrough",
                "QuickGeluGrad",
                "ReluGrad",
                "SigmoidGrad",
                "SoftmaxGrad",
                "SoftmaxGrad_13",
                "TanhGrad");
        book.microsoft(
                call -> call.give(0, call.type(1)),
                "SoftmaxCrossEntropyLossGrad",
                "SoftmaxCrossEntropyLossInternalGrad");
        book.microsoft(GradientRules::layerNormalization, "LayerNormalizationGrad");
        book.microsoft(call -> shaped(call, 0, 1), "SliceGrad");
        book.microsoft(call -> shaped(call, 2, 0), "GatherGrad");
        book.microsoft(GradientRules::broadcastAxes, "BroadcastGradientArgs");
        book.microsoft(GradientRules::accumulated, "InPlaceAccumulatorV2");
    }

    /// Gradients of the input, the scale and the bias, which is shaped as the scale is.
    private static void layerNormalization(Call call) throws NotInferableException {
        call.give(0, call.type(1));
        call.give(1, call.type(2));
        call.give(2, call.type(2));
    }

    /// A gradient whose shape is an input.
    private static void shaped(Call call, int gradient, int shape) throws NotInferableException {
        var element = call.element(gradient);
        call.give(0, element);
        if (call.findContent(shape).isEmpty()) {
            ReshapeRules.giveUnknown(call, element, shape);
            return;
        }
        call.give(0, element, new Shape(call.content(shape).dimensions()));
    }

    private static void broadcastAxes(Call call) {
        var axes = new Shape(List.of(Dimension.UNKNOWN));
        call.give(0, DataType.INT64, axes);
        call.give(1, DataType.INT64, axes);
    }

    private static void accumulated(Call call) throws NotInferableException {
        call.give(0, DataType.BOOL, Shape.of(1));
        call.give(1, call.type(0));
    }
}
