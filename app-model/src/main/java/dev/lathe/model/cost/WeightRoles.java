package dev.lathe.model.cost;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.Map;
import java.util.Set;

/// What a constant is to the node that reads it.
///
/// A *weight* is what training made: a floating-point tensor, or an integer tensor of 8 bits or
/// less, or a bias of a quantized operator. A *scale* (or zero point) says how quantized weights
/// and activations are to be read; it takes bytes but is no parameter. Everything else is an
/// *argument*: shapes, axes, bounds, and single numbers in arithmetic (the 2 of `x / 2`).
final class WeightRoles {

    /// What a constant is.
    enum Role {
        WEIGHT,
        SCALE,
        ARGUMENT
    }

    private static final Set<DataType> FLOATS =
            Set.of(
                    DataType.FLOAT,
                    DataType.FLOAT16,
                    DataType.BFLOAT16,
                    DataType.DOUBLE,
                    DataType.COMPLEX64,
                    DataType.COMPLEX128);

    private static final Set<String> ARITHMETIC =
            Set.of(
                    "Add",
                    "Sub",
                    "Mul",
                    "Div",
                    "Pow",
                    "Max",
                    "Min",
                    "Mod",
                    "Equal",
                    "Greater",
                    "GreaterOrEqual",
                    "Less",
                    "LessOrEqual",
                    "Where",
                    "Sum");

    /// Operators all of whose constant inputs from a position on are arguments.
    private static final Map<String, Integer> ARGUMENTS_FROM =
            Map.ofEntries(
                    Map.entry("Clip", 1),
                    Map.entry("Resize", 1),
                    Map.entry("Upsample", 1),
                    Map.entry("Pad", 1),
                    Map.entry("Dropout", 1),
                    Map.entry("OneHot", 1),
                    Map.entry("Range", 0),
                    Map.entry("NonMaxSuppression", 2),
                    Map.entry("ConstantOfShape", 0),
                    Map.entry("STFT", 1),
                    Map.entry("MelWeightMatrix", 0),
                    Map.entry("CastLike", 1));

    /// The inputs of operators that are scales and zero points.
    private static final Map<String, Set<Integer>> SCALES =
            Map.ofEntries(
                    Map.entry("QuantizeLinear", Set.of(1, 2)),
                    Map.entry("DequantizeLinear", Set.of(1, 2)),
                    Map.entry("QLinearConv", Set.of(1, 2, 4, 5, 6, 7)),
                    Map.entry("QLinearMatMul", Set.of(1, 2, 4, 5, 6, 7)),
                    Map.entry("ConvInteger", Set.of(2, 3)),
                    Map.entry("MatMulInteger", Set.of(2, 3)),
                    Map.entry("MatMulIntegerToFloat", Set.of(2, 3, 4, 5)),
                    Map.entry("DynamicQuantizeMatMul", Set.of(2, 3)),
                    Map.entry("DynamicQuantizeLSTM", Set.of(8, 9, 10, 11)),
                    Map.entry("MatMulNBits", Set.of(2, 3, 4)),
                    Map.entry("MatMulBnb4", Set.of(2)),
                    Map.entry("GatherBlockQuantized", Set.of(2, 3)),
                    Map.entry("QGemm", Set.of(1, 2, 4, 5, 7, 8)),
                    Map.entry("QLinearAdd", Set.of(1, 2, 4, 5, 6, 7)),
                    Map.entry("QLinearMul", Set.of(1, 2, 4, 5, 6, 7)),
                    Map.entry("QLinearGlobalAveragePool", Set.of(1, 2, 3, 4)),
                    Map.entry("QLinearAveragePool", Set.of(1, 2, 3, 4)),
                    Map.entry("QLinearSigmoid", Set.of(1, 2, 3, 4)),
                    Map.entry("QLinearLeakyRelu", Set.of(1, 2, 3, 4)),
                    Map.entry("QLinearSoftmax", Set.of(1, 2, 3, 4)),
                    Map.entry("QAttention", Set.of(3, 4, 6, 7)));

    /// The inputs of operators that hold weights as 32-bit integers.
    private static final Map<String, Integer> WIDE_BIASES =
            Map.of("QLinearConv", 8, "QGemm", 6, "DequantizeLinear", 0);

    /// The inputs of operators that are weights whenever they are constant.
    private static final Map<String, Set<Integer>> WEIGHT_SLOTS =
            Map.ofEntries(
                    Map.entry("Conv", Set.of(1, 2)),
                    Map.entry("ConvTranspose", Set.of(1, 2)),
                    Map.entry("Gemm", Set.of(1, 2)),
                    Map.entry("MatMul", Set.of(1)),
                    Map.entry("BatchNormalization", Set.of(1, 2, 3, 4)),
                    Map.entry("InstanceNormalization", Set.of(1, 2)),
                    Map.entry("LayerNormalization", Set.of(1, 2)),
                    Map.entry("PRelu", Set.of(1)),
                    Map.entry("RNN", Set.of(1, 2, 3)),
                    Map.entry("GRU", Set.of(1, 2, 3)),
                    Map.entry("LSTM", Set.of(1, 2, 3)));

    private WeightRoles() {}

    /// Whether an input of a node is the place of a weight.
    static boolean isWeightSlot(Node node, int input) {
        return WEIGHT_SLOTS.getOrDefault(node.opType(), Set.of()).contains(input);
    }

    /// The role of a constant at an input of a node.
    static Role of(Node node, int input, Tensor constant) {
        if (TfliteMacs.applies(node)) {
            return TfliteRoles.of(node, input, constant);
        }
        var operator = node.opType();
        if (SCALES.getOrDefault(operator, Set.of()).contains(input)
                || (operator.equals("QLinearConcat") && input % 3 != 2)) {
            return Role.SCALE;
        }
        if (input >= ARGUMENTS_FROM.getOrDefault(operator, Integer.MAX_VALUE)) {
            return Role.ARGUMENT;
        }
        if (ARITHMETIC.contains(operator) && isSingle(constant)) {
            return Role.ARGUMENT;
        }
        return isWeight(node, input, constant.type()) ? Role.WEIGHT : Role.ARGUMENT;
    }

    private static boolean isWeight(Node node, int input, DataType type) {
        if (FLOATS.contains(type)) {
            return true;
        }
        if (type == DataType.INT32) {
            return WIDE_BIASES.getOrDefault(node.opType(), -1) == input;
        }
        return type != DataType.BOOL && type.bits() > 0 && type.bits() <= 8;
    }

    private static boolean isSingle(Tensor constant) {
        return constant.sizes().stream().allMatch(size -> size == 1);
    }
}
