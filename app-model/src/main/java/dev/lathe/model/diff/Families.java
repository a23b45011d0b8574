package dev.lathe.model.diff;

import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.Node;
import java.util.Locale;
import java.util.Map;

/// Which operators do the same in another form: quantized, fused, or of another format.
final class Families {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("CONV_2D", "Conv"),
                    Map.entry("DEPTHWISE_CONV_2D", "Conv"),
                    Map.entry("CONV_3D", "Conv"),
                    Map.entry("FusedConv", "Conv"),
                    Map.entry("ConvInteger", "Conv"),
                    Map.entry("TRANSPOSE_CONV", "ConvTranspose"),
                    Map.entry("FULLY_CONNECTED", "MatMul"),
                    Map.entry("BATCH_MATMUL", "MatMul"),
                    Map.entry("Gemm", "MatMul"),
                    Map.entry("FusedGemm", "MatMul"),
                    Map.entry("FusedMatMul", "MatMul"),
                    Map.entry("QGemm", "MatMul"),
                    Map.entry("MatMulInteger", "MatMul"),
                    Map.entry("MatMulIntegerToFloat", "MatMul"),
                    Map.entry("DynamicQuantizeMatMul", "MatMul"),
                    Map.entry("MatMulNBits", "MatMul"),
                    Map.entry("DynamicQuantizeLSTM", "LSTM"),
                    Map.entry("UNIDIRECTIONAL_SEQUENCE_LSTM", "LSTM"),
                    Map.entry("QAttention", "Attention"),
                    Map.entry("GatherBlockQuantized", "Gather"),
                    Map.entry("LOGISTIC", "Sigmoid"),
                    Map.entry("MAX_POOL_2D", "MaxPool"),
                    Map.entry("AVERAGE_POOL_2D", "AveragePool"),
                    Map.entry("RELU6", "Clip"),
                    Map.entry("MAXIMUM", "Max"),
                    Map.entry("MINIMUM", "Min"),
                    Map.entry("CONCATENATION", "Concat"),
                    Map.entry("LEAKY_RELU", "LeakyRelu"),
                    Map.entry("QUANTIZE", "QuantizeLinear"),
                    Map.entry("DEQUANTIZE", "DequantizeLinear"),
                    Map.entry("RESIZE_NEAREST_NEIGHBOR", "Resize"),
                    Map.entry("RESIZE_BILINEAR", "Resize"),
                    Map.entry("MEAN", "ReduceMean"));

    private static final String QUANTIZED = "QLinear";

    private Families() {}

    /// The name that operators of one family share.
    static String of(Node node) {
        var operator = node.opType();
        var known = NAMES.get(operator);
        if (known != null) {
            return known;
        }
        if (operator.startsWith(QUANTIZED) && operator.length() > QUANTIZED.length()) {
            return operator.substring(QUANTIZED.length());
        }
        if (node.domain().equals(ModelFormat.TFLITE_DOMAIN) && operator.length() > 1) {
            return operator.charAt(0) + operator.substring(1).toLowerCase(Locale.ROOT);
        }
        return operator;
    }
}
