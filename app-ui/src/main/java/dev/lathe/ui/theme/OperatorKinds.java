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
                        + " TRANSPOSE_CONV CONV_3D CONV_3D_TRANSPOSE Convolution2DTransposeBias"
                        + " STABLEHLO_CONVOLUTION");
        lists.put(
                OperatorKind.MATRIX,
                "Gemm MatMul Einsum FusedGemm FusedMatMul TransposeMatMul MatMulInteger"
                        + " QLinearMatMul QGemm MatMulNBits MatMulBnb4 MatMulFpQ4 DynamicQuantizeMatMul"
                        + " MatMulIntegerToFloat Attention MultiHeadAttention QAttention"
                        + " GroupQueryAttention DecoderAttention DecoderMaskedMultiHeadAttention"
                        + " PackedAttention PackedMultiHeadAttention SparseAttention"
                        + " DecoderMaskedSelfAttention LinearAttention MoE QMoE LinearRegressor"
                        + " LinearClassifier FULLY_CONNECTED BATCH_MATMUL STABLEHLO_DOT_GENERAL"
                        + " EMBEDDING_LOOKUP EMBEDDING_LOOKUP_SPARSE");
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
                        + " HARD_SWISH LEAKY_RELU PRELU GELU TANH ELU LOG_SOFTMAX RELU_0_TO_1"
                        + " RELU_N1_TO_1 STABLEHLO_LOGISTIC STABLEHLO_TANH");
        lists.put(
                OperatorKind.POOLING,
                "MaxPool NhwcMaxPool AveragePool GlobalAveragePool GlobalMaxPool LpPool GlobalLpPool MaxUnpool"
                        + " MaxRoiPool RoiAlign QLinearAveragePool QLinearGlobalAveragePool"
                        + " AVERAGE_POOL_2D MAX_POOL_2D L2_POOL_2D MaxPoolingWithArgmax2D"
                        + " MaxUnpooling2D");
        lists.put(
                OperatorKind.ELEMENTWISE,
                "Add Sub Mul Div Pow Sqrt Exp Log Abs Neg Sign Floor Ceil Round Reciprocal Mod Erf"
                        + " Sin Cos Tan Asin Acos Atan Sinh Cosh Asinh Acosh Atanh Min Max Mean Sum"
                        + " Where And Or Xor Not Equal Less Greater LessOrEqual GreaterOrEqual IsNaN"
                        + " IsInf BitShift BitwiseAnd BitwiseOr BitwiseXor BitwiseNot Cast CastLike"
                        + " QLinearAdd QLinearMul BiasAdd BiasSplitGelu RotaryEmbedding Scaler"
                        + " ADD SUB MUL DIV POW SQRT RSQRT EXP LOG ABS NEG FLOOR CEIL ROUND MAXIMUM"
                        + " MINIMUM SQUARED_DIFFERENCE CAST LESS GREATER EQUAL NOT_EQUAL SELECT_V2"
                        + " SELECT LESS_EQUAL GREATER_EQUAL LOGICAL_OR LOGICAL_AND LOGICAL_NOT SIN"
                        + " COS SQUARE SIGN ADD_N ATAN2 FLOOR_DIV FLOOR_MOD BITWISE_XOR RIGHT_SHIFT"
                        + " COMPLEX_ABS REAL IMAG BITCAST STABLEHLO_ADD STABLEHLO_SUBTRACT"
                        + " STABLEHLO_MULTIPLY STABLEHLO_DIVIDE STABLEHLO_MAXIMUM STABLEHLO_MINIMUM"
                        + " STABLEHLO_POWER STABLEHLO_ABS STABLEHLO_NEGATE STABLEHLO_RSQRT"
                        + " STABLEHLO_EXPONENTIAL STABLEHLO_LOG STABLEHLO_COSINE STABLEHLO_FLOOR"
                        + " STABLEHLO_REMAINDER STABLEHLO_CBRT STABLEHLO_CLAMP STABLEHLO_COMPARE"
                        + " STABLEHLO_SELECT STABLEHLO_CONVERT STABLEHLO_AND STABLEHLO_OR"
                        + " STABLEHLO_SHIFT_LEFT");
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
                        + " RESIZE_BILINEAR RESIZE_NEAREST_NEIGHBOR SHAPE PACK UNPACK EXPAND_DIMS"
                        + " SPLIT_V SPACE_TO_DEPTH DEPTH_TO_SPACE SPACE_TO_BATCH_ND"
                        + " BATCH_TO_SPACE_ND MIRROR_PAD BROADCAST_TO BROADCAST_ARGS RANK RANGE WHERE"
                        + " ONE_HOT REVERSE_V2 REVERSE_SEQUENCE SCATTER_ND SPARSE_TO_DENSE"
                        + " DYNAMIC_UPDATE_SLICE MATRIX_DIAG MATRIX_SET_DIAG DILATE"
                        + " STABLEHLO_RESHAPE STABLEHLO_TRANSPOSE STABLEHLO_CONCATENATE"
                        + " STABLEHLO_BROADCAST_IN_DIM STABLEHLO_SLICE STABLEHLO_DYNAMIC_SLICE"
                        + " STABLEHLO_DYNAMIC_UPDATE_SLICE STABLEHLO_GATHER STABLEHLO_SCATTER"
                        + " STABLEHLO_PAD STABLEHLO_IOTA");
        lists.put(
                OperatorKind.REDUCTION,
                "ReduceSum ReduceMean ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceLogSum"
                        + " ReduceLogSumExp ReduceSumSquare ArgMax ArgMin TopK CumSum CumProd Det"
                        + " NonMaxSuppression Unique QLinearReduceMean SUM MEAN REDUCE_MAX REDUCE_MIN"
                        + " REDUCE_PROD REDUCE_ANY REDUCE_ALL ARG_MAX ARG_MIN TOPK_V2 CUMSUM UNIQUE"
                        + " SEGMENT_SUM UNSORTED_SEGMENT_SUM UNSORTED_SEGMENT_PROD"
                        + " UNSORTED_SEGMENT_MAX UNSORTED_SEGMENT_MIN NON_MAX_SUPPRESSION_V4"
                        + " NON_MAX_SUPPRESSION_V5 TFLite_Detection_PostProcess REDUCE_WINDOW"
                        + " STABLEHLO_REDUCE STABLEHLO_REDUCE_WINDOW STABLEHLO_SORT");
        lists.put(
                OperatorKind.RECURRENT,
                "RNN LSTM GRU DynamicQuantizeLSTM AttnLSTM LSTM_CELL"
                        + " UNIDIRECTIONAL_SEQUENCE_LSTM UNIDIRECTIONAL_SEQUENCE_RNN"
                        + " BIDIRECTIONAL_SEQUENCE_LSTM BIDIRECTIONAL_SEQUENCE_RNN SVDF");
        lists.put(
                OperatorKind.QUANTIZATION,
                "QuantizeLinear DequantizeLinear DynamicQuantizeLinear QuantizeBFP DequantizeBFP"
                        + " QUANTIZE DEQUANTIZE FAKE_QUANT DENSIFY");
        lists.put(
                OperatorKind.CONTROL_FLOW,
                "If Loop Scan SequenceMap Optional OptionalGetElement OptionalHasElement BeamSearch"
                        + " GreedySearch Sampling IF WHILE CALL CALL_ONCE STABLEHLO_COMPOSITE"
                        + " STABLEHLO_WHILE STABLEHLO_CASE");
        lists.put(
                OperatorKind.CONSTANT,
                "Constant ConstantOfShape ConstantFill RandomNormal RandomNormalLike RandomUniform"
                        + " RandomUniformLike Multinomial Bernoulli FILL ZEROS_LIKE"
                        + " RANDOM_UNIFORM RANDOM_STANDARD_NORMAL MULTINOMIAL"
                        + " STABLEHLO_RNG_BIT_GENERATOR");
        var kinds = new HashMap<String, OperatorKind>();
        lists.forEach((kind, operators) -> {
            for (String operator : operators.split(" ", -1)) {
                kinds.put(operator, kind);
            }
        });
        return Map.copyOf(kinds);
    }
}
