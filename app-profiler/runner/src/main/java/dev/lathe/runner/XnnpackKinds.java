package dev.lathe.runner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/// What XNNPACK makes of the kinds of operators that TensorFlow Lite has, as version 2.20 does it.
final class XnnpackKinds {
    private static final String COPY = "Copy";
    private static final String CONVERT = "Convert";
    private static final String RESHAPE = "Static Reshape";
    private static final String CLAMP = "Clamp";
    private static final String FULLY_CONNECTED = "Fully Connected";

    /// What may come before the operator itself.
    private static final List<String> BEFORE =
            List.of(RESHAPE, COPY, CONVERT, "Constant Pad", "Transpose");

    /// Those that may vanish, because they are fused into a neighbour, work on constants, or change
    /// no element.
    private static final Set<Integer> MAY_VANISH =
            Set.of(
                    tensorflowlite.kTfLiteBuiltinPad,
                    tensorflowlite.kTfLiteBuiltinReshape,
                    tensorflowlite.kTfLiteBuiltinSqueeze,
                    tensorflowlite.kTfLiteBuiltinExpandDims,
                    tensorflowlite.kTfLiteBuiltinDequantize,
                    tensorflowlite.kTfLiteBuiltinDensify,
                    tensorflowlite.kTfLiteBuiltinRelu,
                    tensorflowlite.kTfLiteBuiltinRelu6,
                    tensorflowlite.kTfLiteBuiltinReluN1To1);

    /// Those of which it makes one operator for each tensor that is read or written.
    private static final Set<Integer> SEVERAL =
            Set.of(tensorflowlite.kTfLiteBuiltinConcatenation, tensorflowlite.kTfLiteBuiltinSplit);

    private static final Map<Integer, List<String>> NAMES = names();

    private XnnpackKinds() {}

    static boolean mayVanish(int builtinCode) {
        return MAY_VANISH.contains(builtinCode);
    }

    static boolean makesSeveral(int builtinCode) {
        return SEVERAL.contains(builtinCode);
    }

    /// Whether an operator of XNNPACK is what it makes of a kind.
    ///
    /// @param operator such as `Convolution (NHWC, F32) IGEMM`
    static boolean isMadeOf(int builtinCode, String operator) {
        return isOneOf(NAMES.getOrDefault(builtinCode, List.of()), operator);
    }

    static boolean mayComeBefore(String operator) {
        return isOneOf(BEFORE, operator);
    }

    /// Whether an operator is one that follows another for the activation fused into it.
    static boolean isActivation(String operator) {
        return isOneOf(List.of(CLAMP), operator);
    }

    private static boolean isOneOf(List<String> kinds, String operator) {
        return kinds.stream().anyMatch(kind -> operator.startsWith(kind + " ("));
    }

    private static Map<Integer, List<String>> names() {
        Map<Integer, List<String>> names = new HashMap<>();
        names.put(tensorflowlite.kTfLiteBuiltinAbs, List.of("Abs"));
        names.put(tensorflowlite.kTfLiteBuiltinAdd, List.of("Add"));
        names.put(
                tensorflowlite.kTfLiteBuiltinAveragePool2d,
                List.of("Average Pooling", "Global Average Pooling", "Mean"));
        names.put(
                tensorflowlite.kTfLiteBuiltinBatchMatmul,
                List.of("Batch Matrix Multiply", FULLY_CONNECTED));
        names.put(tensorflowlite.kTfLiteBuiltinCeil, List.of("Ceiling"));
        names.put(tensorflowlite.kTfLiteBuiltinConcatenation, List.of(COPY));
        names.put(
                tensorflowlite.kTfLiteBuiltinConv2d,
                List.of("Convolution", FULLY_CONNECTED, "Dynamic " + FULLY_CONNECTED));
        names.put(tensorflowlite.kTfLiteBuiltinDepthToSpace, List.of("Depth To Space"));
        names.put(tensorflowlite.kTfLiteBuiltinDepthwiseConv2d, List.of("Convolution"));
        names.put(tensorflowlite.kTfLiteBuiltinCustom, List.of("Deconvolution"));
        names.put(tensorflowlite.kTfLiteBuiltinDequantize, List.of(CONVERT));
        names.put(tensorflowlite.kTfLiteBuiltinDiv, List.of("Divide"));
        names.put(tensorflowlite.kTfLiteBuiltinElu, List.of("ELU"));
        names.put(tensorflowlite.kTfLiteBuiltinExp, List.of("Exp"));
        names.put(tensorflowlite.kTfLiteBuiltinExpandDims, List.of(RESHAPE));
        names.put(tensorflowlite.kTfLiteBuiltinFloor, List.of("Floor"));
        names.put(
                tensorflowlite.kTfLiteBuiltinFullyConnected,
                List.of(FULLY_CONNECTED, "Dynamic " + FULLY_CONNECTED));
        names.put(tensorflowlite.kTfLiteBuiltinGelu, List.of("GELU"));
        names.put(tensorflowlite.kTfLiteBuiltinHardSwish, List.of("HardSwish"));
        names.put(tensorflowlite.kTfLiteBuiltinLeakyRelu, List.of("LeakyReLU"));
        names.put(tensorflowlite.kTfLiteBuiltinLogistic, List.of("Sigmoid"));
        names.put(tensorflowlite.kTfLiteBuiltinMaximum, List.of("Maximum"));
        names.put(tensorflowlite.kTfLiteBuiltinMaxPool2d, List.of("Max Pooling"));
        names.put(tensorflowlite.kTfLiteBuiltinMean, List.of("Mean", "Global Average Pooling"));
        names.put(tensorflowlite.kTfLiteBuiltinMinimum, List.of("Minimum"));
        names.put(tensorflowlite.kTfLiteBuiltinMul, List.of("Multiply"));
        names.put(tensorflowlite.kTfLiteBuiltinNeg, List.of("Negate"));
        names.put(tensorflowlite.kTfLiteBuiltinPad, List.of("Constant Pad"));
        names.put(tensorflowlite.kTfLiteBuiltinPrelu, List.of("PReLU"));
        names.put(tensorflowlite.kTfLiteBuiltinQuantize, List.of(CONVERT));
        names.put(tensorflowlite.kTfLiteBuiltinReduceMax, List.of("Reduce Max"));
        names.put(tensorflowlite.kTfLiteBuiltinReduceMin, List.of("Reduce Min"));
        names.put(tensorflowlite.kTfLiteBuiltinRelu, List.of(CLAMP));
        names.put(tensorflowlite.kTfLiteBuiltinRelu6, List.of(CLAMP));
        names.put(tensorflowlite.kTfLiteBuiltinReluN1To1, List.of(CLAMP));
        names.put(tensorflowlite.kTfLiteBuiltinReshape, List.of(RESHAPE));
        names.put(tensorflowlite.kTfLiteBuiltinResizeBilinear, List.of("Resize Bilinear"));
        names.put(tensorflowlite.kTfLiteBuiltinRound, List.of("Bankers Rounding"));
        names.put(tensorflowlite.kTfLiteBuiltinRsqrt, List.of("Reciprocal Square Root"));
        names.put(tensorflowlite.kTfLiteBuiltinSlice, List.of("Slice"));
        names.put(tensorflowlite.kTfLiteBuiltinSoftmax, List.of("Softmax"));
        names.put(tensorflowlite.kTfLiteBuiltinSpaceToDepth, List.of("Space To Depth"));
        names.put(tensorflowlite.kTfLiteBuiltinSplit, List.of(COPY));
        names.put(tensorflowlite.kTfLiteBuiltinSqrt, List.of("Square Root"));
        names.put(tensorflowlite.kTfLiteBuiltinSquare, List.of("Square"));
        names.put(tensorflowlite.kTfLiteBuiltinSquaredDifference, List.of("Squared Difference"));
        names.put(tensorflowlite.kTfLiteBuiltinSqueeze, List.of(RESHAPE));
        names.put(tensorflowlite.kTfLiteBuiltinSub, List.of("Subtract"));
        names.put(tensorflowlite.kTfLiteBuiltinSum, List.of("Sum"));
        names.put(tensorflowlite.kTfLiteBuiltinTanh, List.of("Tanh"));
        names.put(tensorflowlite.kTfLiteBuiltinTranspose, List.of("Transpose"));
        names.put(tensorflowlite.kTfLiteBuiltinTransposeConv, List.of("Deconvolution"));
        return Map.copyOf(names);
    }
}
