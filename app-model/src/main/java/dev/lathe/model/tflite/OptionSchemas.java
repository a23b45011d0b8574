package dev.lathe.model.tflite;

import java.util.ArrayList;
import java.util.List;

/// The options that built-in operators have (LiteRT `schema.fbs`, unions `BuiltinOptions` and
/// `BuiltinOptions2`, version 3d).
///
/// One line for each kind of options, in the order of the union's numbers, which start at 1. A
/// field is its name, its type and, after `=`, its default where that is not zero; the order is
/// that of the field numbers. `enum8` and `enum32` name an enumeration, `graph` is the number of a
/// subgraph, `?` marks a field that means nothing when it is left out, `-` one that is no longer
/// used.
final class OptionSchemas {

    /// One option.
    ///
    /// @param type `int`, `uint`, `long`, `float`, `bool`, `string`, `bytes`, `graph`,
    ///   `enum8.NAME`, `enum32.NAME`, or one of them in brackets
    record Field(String name, String type, long defaultValue, boolean isOptional) {}

    /// The options of one kind of operator.
    ///
    /// @param fields by number; the name is empty for one that is no longer used
    record Schema(String name, List<Field> fields) {
        Schema {
            fields = List.copyOf(fields);
        }
    }

    private static final String ACTIVATION =
            "fused_activation_function:enum8.ActivationFunctionType";
    private static final String BIAS = "quantized_bias_type?:enum8.TensorType";
    private static final String PADDING = "padding:enum8.Padding";
    private static final String STRIDES = "stride_w:int stride_h:int";
    private static final String DILATIONS = "dilation_w_factor:int=1 dilation_h_factor:int=1";
    private static final String ASYMMETRIC = "asymmetric_quantize_inputs:bool";
    private static final String RESIZE = "align_corners:bool half_pixel_centers:bool";
    private static final String CLIPS = "cell_clip:float proj_clip:float";

    private static final List<Schema> FIRST =
            parse(
                    List.of(
                            "Conv2D %s %s %s %s %s"
                                    .formatted(PADDING, STRIDES, ACTIVATION, DILATIONS, BIAS),
                            "DepthwiseConv2D %s %s depth_multiplier:int %s %s"
                                    .formatted(PADDING, STRIDES, ACTIVATION, DILATIONS),
                            "ConcatEmbeddings num_channels:int num_columns_per_channel:[int]"
                                    + " embedding_dim_per_channel:[int]",
                            "LSHProjection type:enum8.LSHProjectionType",
                            "Pool2D %s %s filter_width:int filter_height:int %s"
                                    .formatted(PADDING, STRIDES, ACTIVATION),
                            "SVDF rank:int %s %s".formatted(ACTIVATION, ASYMMETRIC),
                            "RNN %s %s".formatted(ACTIVATION, ASYMMETRIC),
                            "FullyConnected %s weights_format:enum8.WeightsFormat keep_num_dims:bool %s %s"
                                    .formatted(ACTIVATION, ASYMMETRIC, BIAS),
                            "Softmax beta:float",
                            "Concatenation axis:int " + ACTIVATION,
                            "Add %s pot_scale_int16:bool=1".formatted(ACTIVATION),
                            "L2Norm " + ACTIVATION,
                            "LocalResponseNormalization radius:int bias:float alpha:float"
                                    + " beta:float",
                            "LSTM %s %s kernel_type:enum8.LSTMKernelType %s"
                                    .formatted(ACTIVATION, CLIPS, ASYMMETRIC),
                            "ResizeBilinear - - " + RESIZE,
                            "Call subgraph:graph",
                            "Reshape new_shape:[int]",
                            "SkipGram ngram_size:int max_skip_size:int include_all_ngrams:bool",
                            "SpaceToDepth block_size:int",
                            "EmbeddingLookupSparse combiner:enum8.CombinerType",
                            "Mul " + ACTIVATION,
                            "Pad",
                            "Gather axis:int batch_dims:int",
                            "BatchToSpaceND",
                            "SpaceToBatchND",
                            "Transpose",
                            "Reducer keep_dims:bool",
                            "Sub %s pot_scale_int16:bool=1".formatted(ACTIVATION),
                            "Div " + ACTIVATION,
                            "Squeeze squeeze_dims:[int]",
                            "SequenceRNN time_major:bool %s %s".formatted(ACTIVATION, ASYMMETRIC),
                            "StridedSlice begin_mask:int end_mask:int ellipsis_mask:int"
                                    + " new_axis_mask:int shrink_axis_mask:int offset:bool",
                            "Exp",
                            "TopKV2",
                            "Split num_splits:int",
                            "LogSoftmax",
                            "Cast in_data_type:enum8.TensorType out_data_type:enum8.TensorType",
                            "Dequantize",
                            "MaximumMinimum",
                            "ArgMax output_type:enum8.TensorType",
                            "Less",
                            "Neg",
                            "PadV2",
                            "Greater",
                            "GreaterEqual",
                            "LessEqual",
                            "Select",
                            "Slice",
                            "TransposeConv %s %s %s %s"
                                    .formatted(PADDING, STRIDES, ACTIVATION, BIAS),
                            "SparseToDense validate_indices:bool",
                            "Tile",
                            "ExpandDims",
                            "Equal",
                            "NotEqual",
                            "Shape out_type:enum8.TensorType",
                            "Pow",
                            "ArgMin output_type:enum8.TensorType",
                            "FakeQuant min:float max:float num_bits:int narrow_range:bool",
                            "Pack values_count:int axis:int",
                            "LogicalOr",
                            "OneHot axis:int",
                            "LogicalAnd",
                            "LogicalNot",
                            "Unpack num:int axis:int",
                            "FloorDiv",
                            "Square",
                            "ZerosLike",
                            "Fill",
                            "BidirectionalSequenceLSTM %s %s merge_outputs:bool time_major:bool=1 %s"
                                    .formatted(ACTIVATION, CLIPS, ASYMMETRIC),
                            "BidirectionalSequenceRNN time_major:bool %s merge_outputs:bool %s"
                                    .formatted(ACTIVATION, ASYMMETRIC),
                            "UnidirectionalSequenceLSTM %s %s time_major:bool %s"
                                            .formatted(ACTIVATION, CLIPS, ASYMMETRIC)
                                    + " diagonal_recurrent_tensors:bool",
                            "FloorMod",
                            "Range",
                            "ResizeNearestNeighbor " + RESIZE,
                            "LeakyRelu alpha:float",
                            "SquaredDifference",
                            "MirrorPad mode:enum8.MirrorPadMode",
                            "Abs",
                            "SplitV num_splits:int",
                            "Unique idx_out_type:enum8.TensorType=2",
                            "ReverseV2",
                            "AddN",
                            "GatherNd",
                            "Cos",
                            "Where",
                            "Rank",
                            "ReverseSequence seq_dim:int batch_dim:int",
                            "MatrixDiag",
                            "Quantize",
                            "MatrixSetDiag",
                            "HardSwish",
                            "If then_subgraph_index:graph else_subgraph_index:graph",
                            "While cond_subgraph_index:graph body_subgraph_index:graph",
                            "DepthToSpace block_size:int",
                            "NonMaxSuppressionV4",
                            "NonMaxSuppressionV5",
                            "ScatterNd",
                            "SelectV2",
                            "Densify",
                            "SegmentSum",
                            "BatchMatMul adj_x:bool adj_y:bool " + ASYMMETRIC,
                            "Cumsum exclusive:bool reverse:bool",
                            "CallOnce init_subgraph_index:graph",
                            "BroadcastTo",
                            "Rfft2d",
                            "Conv3D %s stride_d:int %s %s dilation_d_factor:int=1 %s"
                                    .formatted(PADDING, STRIDES, ACTIVATION, DILATIONS),
                            "Hashtable table_id:int key_dtype:enum8.TensorType"
                                    + " value_dtype:enum8.TensorType",
                            "HashtableFind",
                            "HashtableImport",
                            "HashtableSize",
                            "VarHandle container:string shared_name:string",
                            "ReadVariable",
                            "AssignVariable",
                            "Random seed:long seed2:long",
                            "Bucketize boundaries:[float]",
                            "Gelu approximate:bool",
                            "DynamicUpdateSlice",
                            "UnsortedSegmentProd",
                            "UnsortedSegmentMax",
                            "UnsortedSegmentMin",
                            "UnsortedSegmentSum",
                            "ATan2",
                            "Sign",
                            "Bitcast",
                            "BitwiseXor",
                            "RightShift"));

    private static final List<Schema> SECOND =
            parse(
                    List.of(
                            "StablehloConcatenate dimension:long",
                            "StablehloBroadcastInDim broadcast_dimensions:[long]",
                            "StablehloSlice start_indices:[long] limit_indices:[long]"
                                    + " strides:[long]",
                            "StablehloConvolution window_strides:[long] padding:[long]"
                                    + " lhs_dilation:[long] rhs_dilation:[long]"
                                    + " window_reversal:[bool] input_batch_dimension:long"
                                    + " input_feature_dimension:long"
                                    + " input_spatial_dimensions:[long]"
                                    + " kernel_input_feature_dimension:long"
                                    + " kernel_output_feature_dimension:long"
                                    + " kernel_spatial_dimensions:[long]"
                                    + " output_batch_dimension:long"
                                    + " output_feature_dimension:long"
                                    + " output_spatial_dimensions:[long]"
                                    + " feature_group_count:long batch_group_count:long"
                                    + " precision_config:[enum32.PrecisionConfig]",
                            "StablehloCustomCall call_target_name:string has_side_effect:bool"
                                    + " backend_config:string api_version:int"
                                    + " called_computations:[graph] custom_attributes:bytes",
                            "StablehloReduce dimensions:[long] body_subgraph_index:graph",
                            "StablehloScatter indices_are_sorted:bool update_window_dims:[long]"
                                    + " inserted_window_dims:[long]"
                                    + " scatter_dims_to_operand_dims:[long]"
                                    + " index_vector_dim:long unique_indices:bool"
                                    + " update_computation_subgraph_index:graph",
                            "StablehloCompare comparison_direction:enum32.ComparisonDirection"
                                    + " compare_type:enum32.ComparisonType",
                            "StablehloDynamicSlice slice_sizes:[long]",
                            "StablehloPad edge_padding_low:[long] edge_padding_high:[long]"
                                    + " interior_padding:[long]",
                            "StablehloIota iota_dimension:long",
                            "StablehloDotGeneral lhs_batching_dimensions:[long]"
                                    + " rhs_batching_dimensions:[long]"
                                    + " lhs_contracting_dimensions:[long]"
                                    + " rhs_contracting_dimensions:[long]"
                                    + " precision_config:[enum32.PrecisionConfig]",
                            "StablehloReduceWindow window_dimensions:[long] window_strides:[long]"
                                    + " base_dilations:[long] window_dilations:[long]"
                                    + " padding:[long] body_subgraph_index:graph",
                            "StablehloSort dimension:long is_stable:bool"
                                    + " comparator_subgraph_index:graph",
                            "StablehloWhile cond_subgraph_index:graph body_subgraph_index:graph",
                            "StablehloGather offset_dims:[long] collapsed_slice_dims:[long]"
                                    + " start_index_map:[long] index_vector_dim:long"
                                    + " slice_sizes:[long] indices_are_sorted:bool",
                            "StablehloTranspose permutation:[long]",
                            "Dilate",
                            "StablehloRngBitGenerator algorithm:enum8.RngAlgorithm",
                            "ReduceWindow reduce_function:enum32.ReduceWindowFunction",
                            "StableHLOComposite name:string decomposition_subgraph_index:graph"
                                    + " composite_attributes:bytes"
                                    + " composite_attributes_format:enum8.CustomOptionsFormat"
                                    + " version:int",
                            "StablehloShiftLeft",
                            "StablehloCase branch_subgraph_indices:[graph]"));

    private OptionSchemas() {}

    /// The schemas of the first union, the one numbered 1 first.
    static List<Schema> first() {
        return FIRST;
    }

    /// The schemas of the second union.
    static List<Schema> second() {
        return SECOND;
    }

    private static List<Schema> parse(List<String> lines) {
        return lines.stream().map(OptionSchemas::schema).toList();
    }

    private static Schema schema(String line) {
        var words = line.split(" ", -1);
        var fields = new ArrayList<Field>();
        for (int i = 1; i < words.length; i++) {
            fields.add(field(words[i]));
        }
        return new Schema(words[0], fields);
    }

    private static Field field(String word) {
        if (word.equals("-")) {
            return new Field("", "", 0, true);
        }
        int colon = word.indexOf(':');
        int equals = word.indexOf('=');
        var name = word.substring(0, colon);
        var type = word.substring(colon + 1, equals < 0 ? word.length() : equals);
        long defaultValue = equals < 0 ? 0 : Long.parseLong(word.substring(equals + 1));
        boolean isOptional = name.endsWith("?");
        return new Field(
                isOptional ? name.substring(0, name.length() - 1) : name,
                type,
                defaultValue,
                isOptional);
    }
}
