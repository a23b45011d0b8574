package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Node;
import java.util.List;
import java.util.Map;

/// What the ONNX and TFLite operators call their inputs, shortened.
final class InputNames {
    private static final List<String> OPERANDS = List.of("A", "B", "C");
    private static final List<String> MOVED = List.of("data", "indices", "updates");
    private static final List<String> REDUCED = List.of("data", "axes");
    private static final List<String> RECURRENT =
            List.of("X", "W", "R", "B", "lengths", "h₀", "c₀", "P");

    /// Weights from the input and from the state, then the biases, of the input gate, the forget
    /// gate, the cell and the output gate (TFLite's `unidirectional_sequence_lstm.cc`).
    private static final List<String> TFLITE_LSTM =
            List.of(
                    "X", "Wi", "Wf", "Wc", "Wo", "Ri", "Rf", "Rc", "Ro", "Pi", "Pf", "Po", "bi",
                    "bf", "bc", "bo", "W proj", "b proj", "h₀", "c₀");

    private static final Map<String, List<String>> NAMES =
            Map.ofEntries(
                    Map.entry("Conv", List.of("X", "W", "B")),
                    Map.entry("ConvTranspose", List.of("X", "W", "B")),
                    Map.entry("FusedConv", List.of("X", "W", "B", "Z")),
                    Map.entry("ConvInteger", List.of("x", "w", "x zero", "w zero")),
                    Map.entry("Gemm", OPERANDS),
                    Map.entry("MatMul", OPERANDS),
                    Map.entry("FusedMatMul", OPERANDS),
                    Map.entry("MatMulInteger", List.of("A", "B", "a zero", "b zero")),
                    Map.entry("MatMulNBits", List.of("A", "B", "scales", "zeros", "g_idx", "bias")),
                    Map.entry("BatchNormalization", List.of("X", "γ", "β", "μ", "σ²")),
                    Map.entry("InstanceNormalization", List.of("X", "γ", "β")),
                    Map.entry("LayerNormalization", List.of("X", "γ", "β")),
                    Map.entry("GroupNormalization", List.of("X", "γ", "β")),
                    Map.entry("SimplifiedLayerNormalization", List.of("X", "γ")),
                    Map.entry("RMSNormalization", List.of("X", "γ")),
                    Map.entry(
                            "SkipSimplifiedLayerNormalization", List.of("X", "skip", "γ", "bias")),
                    Map.entry("SkipLayerNormalization", List.of("X", "skip", "γ", "β", "bias")),
                    Map.entry("PRelu", List.of("X", "slope")),
                    Map.entry("Clip", List.of("X", "min", "max")),
                    Map.entry("Reshape", List.of("data", "shape")),
                    Map.entry("Expand", List.of("data", "shape")),
                    Map.entry("ConstantOfShape", List.of("shape")),
                    Map.entry("Tile", List.of("data", "repeats")),
                    Map.entry("Squeeze", REDUCED),
                    Map.entry("Unsqueeze", REDUCED),
                    Map.entry("ReduceSum", REDUCED),
                    Map.entry("ReduceMean", REDUCED),
                    Map.entry("ReduceMax", REDUCED),
                    Map.entry("ReduceMin", REDUCED),
                    Map.entry("Gather", MOVED),
                    Map.entry("GatherND", MOVED),
                    Map.entry("GatherElements", MOVED),
                    Map.entry("ScatterND", MOVED),
                    Map.entry("ScatterElements", MOVED),
                    Map.entry("Slice", List.of("data", "starts", "ends", "axes", "steps")),
                    Map.entry("Split", List.of("data", "split")),
                    Map.entry("Pad", List.of("data", "pads", "value", "axes")),
                    Map.entry("Resize", List.of("X", "roi", "scales", "sizes")),
                    Map.entry("TopK", List.of("X", "k")),
                    Map.entry("Range", List.of("start", "limit", "delta")),
                    Map.entry("Where", List.of("if", "then", "else")),
                    Map.entry("OneHot", List.of("indices", "depth", "values")),
                    Map.entry("LSTM", RECURRENT),
                    Map.entry("GRU", RECURRENT),
                    Map.entry("RNN", RECURRENT),
                    Map.entry("QuantizeLinear", List.of("x", "scale", "zero")),
                    Map.entry("DequantizeLinear", List.of("x", "scale", "zero")),
                    Map.entry(
                            "QLinearConv",
                            List.of(
                                    "x", "x scale", "x zero", "w", "w scale", "w zero", "y scale",
                                    "y zero", "B")),
                    Map.entry(
                            "QLinearMatMul",
                            List.of(
                                    "a", "a scale", "a zero", "b", "b scale", "b zero", "y scale",
                                    "y zero")),
                    Map.entry(
                            "QLinearAdd",
                            List.of(
                                    "a", "a scale", "a zero", "b", "b scale", "b zero", "y scale",
                                    "y zero")),
                    Map.entry(
                            "QLinearGlobalAveragePool",
                            List.of("x", "x scale", "x zero", "y scale", "y zero")),
                    Map.entry("CONV_2D", List.of("X", "W", "B")),
                    Map.entry("DEPTHWISE_CONV_2D", List.of("X", "W", "B")),
                    Map.entry("CONV_3D", List.of("X", "W", "B")),
                    Map.entry("TRANSPOSE_CONV", List.of("shape", "W", "X", "B")),
                    Map.entry("FULLY_CONNECTED", List.of("X", "W", "B")),
                    Map.entry("UNIDIRECTIONAL_SEQUENCE_LSTM", TFLITE_LSTM),
                    Map.entry("RESHAPE", List.of("data", "shape")),
                    Map.entry("TRANSPOSE", List.of("data", "perm")),
                    Map.entry("MEAN", REDUCED),
                    Map.entry("SUM", REDUCED),
                    Map.entry("PAD", List.of("data", "pads")),
                    Map.entry("PADV2", List.of("data", "pads", "value")),
                    Map.entry("MIRROR_PAD", List.of("data", "pads")),
                    Map.entry("STRIDED_SLICE", List.of("data", "starts", "ends", "steps")),
                    Map.entry("SLICE", List.of("data", "starts", "sizes")),
                    Map.entry("GATHER", MOVED),
                    Map.entry("GATHER_ND", MOVED),
                    Map.entry("RESIZE_BILINEAR", List.of("data", "size")),
                    Map.entry("RESIZE_NEAREST_NEIGHBOR", List.of("data", "size")),
                    Map.entry("PRELU", List.of("X", "slope")),
                    Map.entry("SPLIT", List.of("axis", "data")),
                    Map.entry("TILE", List.of("data", "repeats")),
                    Map.entry("EMBEDDING_LOOKUP", List.of("indices", "data")),
                    Map.entry(
                            "NonMaxSuppression",
                            List.of("boxes", "scores", "max", "IoU", "score")));

    private static final List<String> DEFAULT = List.of("A", "B", "C");

    private InputNames() {}

    /// The name of the input at a position.
    static String of(Node node, int position) {
        boolean cell = node.opType().equals("LSTM") && !node.isStandard();
        var names = cell ? TFLITE_LSTM : NAMES.getOrDefault(node.opType(), DEFAULT);
        return position < names.size() ? names.get(position) : "#" + (position + 1);
    }
}
