package dev.lathe.ui.theme;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Which operator is of which kind.
final class OperatorKinds {

    static final Map<String, OperatorKind> BY_OPERATOR = byOperator();

    private OperatorKinds() {}

    private static Map<String, OperatorKind> byOperator() {
        var lists = new EnumMap<OperatorKind, String>(OperatorKind.class);
        lists.put(
                OperatorKind.CONVOLUTION,
                "Conv ConvTranspose DeformConv FusedConv NhwcConv ConvInteger QLinearConv"
                        + " NhwcFusedConv CausalConvWithState CONV_2D DEPTHWISE_CONV_2D"
                        + " TRANSPOSE_CONV CONV_3D");
        lists.put(
                OperatorKind.MATRIX,
                "Gemm MatMul Einsum FusedGemm FusedMatMul TransposeMatMul MatMulInteger"
                        + " QLinearMatMul QGemm MatMulNBits MatMulBnb4 MatMulFpQ4 DynamicQuantizeMatMul"
                        + " MatMulIntegerToFloat Attention MultiHeadAttention QAttention"
                        + " GroupQueryAttention DecoderAttention DecoderMaskedMultiHeadAttention"
                        + " PackedAttention PackedMultiHeadAttention SparseAttention"
                        + " DecoderMaskedSelfAttention LinearAttention MoE QMoE LinearRegressor"
                        + " LinearClassifier FULLY_CONNECTED BATCH_MATMUL");
        lists.put(
                OperatorKind.NORMALIZATION,
                "BatchNormalization InstanceNormalization LayerNormalization GroupNormalization"
                        + " GroupNorm SkipGroupNorm RMSNormalization SimplifiedLayerNormalization"
                        + " SkipLayerNormalization SkipSimplifiedLayerNormalization"
                        + " EmbedLayerNormalization LpNormalization MeanVarianceNormalization LRN"
                        + " Normalizer L2_NORMALIZATION LOCAL_RESPONSE_NORMALIZATION");
        lists.put(
                OperatorKind.ACTIVATION,
                "Relu LeakyRelu PRelu Elu Selu Celu ThresholdedRelu Sigmoid HardSigmoid HardSwish"
                        + " Swish Tanh Softmax LogSoftmax Hardmax Softplus Softsign Gelu FastGelu"
                        + " BiasGelu QuickGelu Mish Clip Shrink Dropout QLinearSigmoid"
                        + " QLinearLeakyRelu QLinearSoftmax RELU RELU6 LOGISTIC SOFTMAX"
                        + " HARD_SWISH LEAKY_RELU PRELU GELU TANH");
        lists.put(
                OperatorKind.POOLING,
                "MaxPool NhwcMaxPool AveragePool GlobalAveragePool GlobalMaxPool LpPool GlobalLpPool MaxUnpool"
                        + " MaxRoiPool RoiAlign QLinearAveragePool QLinearGlobalAveragePool"
                        + " AVERAGE_POOL_2D MAX_POOL_2D");
        lists.put(
                OperatorKind.ELEMENTWISE,
                "Add Sub Mul Div Pow Sqrt Exp Log Abs Neg Sign Floor Ceil Round Reciprocal Mod Erf"
                        + " Sin Cos Tan Asin Acos Atan Sinh Cosh Asinh Acosh Atanh Min Max Mean Sum"
                        + " Where And Or Xor Not Equal Less Greater LessOrEqual GreaterOrEqual IsNaN"
                        + " IsInf BitShift BitwiseAnd BitwiseOr BitwiseXor BitwiseNot Cast CastLike"
                        + " QLinearAdd QLinearMul BiasAdd BiasSplitGelu RotaryEmbedding Scaler"
                        + " ADD SUB MUL DIV POW SQRT RSQRT EXP LOG ABS NEG FLOOR CEIL ROUND MAXIMUM"
                        + " MINIMUM SQUARED_DIFFERENCE CAST LESS GREATER EQUAL NOT_EQUAL SELECT_V2");
        lists.put(
                OperatorKind.SHAPE,
                "Reshape Flatten Transpose Squeeze Unsqueeze Concat Split Slice Gather"
                        + " GatherElements GatherND Scatter ScatterElements ScatterND TensorScatter Pad"
                        + " Expand Tile Resize Upsample DepthToSpace SpaceToDepth Shape Size Range"
                        + " Identity ConcatFromSequence SplitToSequence SequenceAt SequenceConstruct"
                        + " SequenceEmpty SequenceErase SequenceInsert SequenceLength ReverseSequence"
                        + " CenterCropPad Compress NonZero OneHot Trilu EyeLike GridSample AffineGrid"
                        + " Col2Im QLinearConcat QLinearWhere RESHAPE TRANSPOSE SQUEEZE"
                        + " CONCATENATION SPLIT SLICE STRIDED_SLICE GATHER GATHER_ND PAD PADV2 TILE"
                        + " RESIZE_BILINEAR RESIZE_NEAREST_NEIGHBOR SHAPE PACK UNPACK EXPAND_DIMS");
        lists.put(
                OperatorKind.REDUCTION,
                "ReduceSum ReduceMean ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceLogSum"
                        + " ReduceLogSumExp ReduceSumSquare ArgMax ArgMin TopK CumSum CumProd Det"
                        + " NonMaxSuppression Unique QLinearReduceMean SUM MEAN REDUCE_MAX REDUCE_MIN"
                        + " REDUCE_PROD ARG_MAX ARG_MIN TOPK_V2 CUMSUM");
        lists.put(
                OperatorKind.RECURRENT,
                "RNN LSTM GRU DynamicQuantizeLSTM AttnLSTM LSTM_CELL"
                        + " UNIDIRECTIONAL_SEQUENCE_LSTM UNIDIRECTIONAL_SEQUENCE_RNN");
        lists.put(
                OperatorKind.QUANTIZATION,
                "QuantizeLinear DequantizeLinear DynamicQuantizeLinear QuantizeBFP DequantizeBFP"
                        + " QUANTIZE DEQUANTIZE FAKE_QUANT");
        lists.put(
                OperatorKind.CONTROL_FLOW,
                "If Loop Scan SequenceMap Optional OptionalGetElement OptionalHasElement BeamSearch"
                        + " GreedySearch Sampling IF WHILE CALL_ONCE STABLEHLO_COMPOSITE");
        lists.put(
                OperatorKind.CONSTANT,
                "Constant ConstantOfShape ConstantFill RandomNormal RandomNormalLike RandomUniform"
                        + " RandomUniformLike Multinomial Bernoulli FILL");
        var kinds = new HashMap<String, OperatorKind>();
        lists.forEach((kind, operators) -> {
            for (String operator : operators.split(" ", -1)) {
                kinds.put(operator, kind);
            }
        });
        return Map.copyOf(kinds);
    }
}
