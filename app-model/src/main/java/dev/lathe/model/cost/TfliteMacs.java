package dev.lathe.model.cost;

import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Counts the multiply-accumulates of TensorFlow Lite operators.
///
/// Data is laid out batch × height × width × channels there, and filters differ from operator to
/// operator (LiteRT `tflite/kernels`, the comment or checks at the head of each kernel's file):
///
/// | operator | filter | MACs |
/// |---|---|---|
/// | CONV_2D | O×h×w×I | output elements × h·w·I |
/// | DEPTHWISE_CONV_2D | 1×h×w×O | output elements × h·w |
/// | CONV_3D | d×h×w×I×O | output elements × d·h·w·I |
/// | TRANSPOSE_CONV | O×h×w×I | input elements × O·h·w |
/// | CONV_3D_TRANSPOSE | d×h×w×O×I | input elements × d·h·w·O |
/// | FULLY_CONNECTED | O×I | output elements × I |
/// | BATCH_MATMUL | – | output elements × K |
/// | LSTM, RNN and their sequences | see {@link TfliteRecurrentMacs} | elements of the matrices, for each step and sample |
/// | SVDF | F×I and F×memory | batch × elements of both |
final class TfliteMacs {

    /// Custom operators of which it is known that they are no sums of products: MediaPipe's pooling
    /// (`mediapipe/util/tflite/operations`) and TensorFlow's detection post-processing.
    private static final Set<String> FREE_CUSTOM =
            Set.of(
                    "MaxPoolingWithArgmax2D",
                    "MaxUnpooling2D",
                    "TFLite_Detection_PostProcess",
                    "TransformTensorBilinear",
                    "Landmarks2TransformMatrix",
                    "TransformLandmarks");

    private TfliteMacs() {}

    static boolean applies(Node node) {
        return node.domain().equals(ModelFormat.TFLITE_DOMAIN);
    }

    /// Whether an operator runs one of its graphs, and that once at most.
    static boolean runsOneGraph(Node node) {
        return switch (node.opType()) {
            case "IF", "CALL", "CALL_ONCE", "STABLEHLO_COMPOSITE", "STABLEHLO_CASE" -> true;
            default -> false;
        };
    }

    static OptionalLong of(Node node, InferredTypes types) {
        return switch (node.opType()) {
            case "CONV_2D" -> perOutput(node, types, 1, List.of(1, 2, 3));
            case "DEPTHWISE_CONV_2D" -> perOutput(node, types, 1, List.of(1, 2));
            case "CONV_3D" -> perOutput(node, types, 1, List.of(0, 1, 2, 3));
            case "TRANSPOSE_CONV" -> perInput(node, types, 2, 1, List.of(0, 1, 2));
            case "Convolution2DTransposeBias" -> perInput(node, types, 0, 1, List.of(0, 1, 2));
            case "CONV_3D_TRANSPOSE" -> perInput(node, types, 2, 1, List.of(0, 1, 2, 3));
            case "FULLY_CONNECTED" -> perOutput(node, types, 1, List.of(1));
            case "BATCH_MATMUL" -> batchMatrixProduct(node, types);
            case "SVDF" -> svdf(node, types);
            case "STABLEHLO_CONVOLUTION" -> stableConvolution(node, types);
            case "STABLEHLO_DOT_GENERAL" -> stableProduct(node, types);
            default ->
                    TfliteRecurrentMacs.applies(node)
                            ? TfliteRecurrentMacs.of(node, types)
                            : isFree(node) ? OptionalLong.of(0) : OptionalLong.empty();
        };
    }

    /// Whether an operator is one of which it is known that it is no sum of products: the built-in
    /// ones, which are in capitals.
    private static boolean isFree(Node node) {
        var name = node.opType();
        return FREE_CUSTOM.contains(name)
                || (!name.startsWith("BUILTIN_")
                        && !name.equals("DELEGATE")
                        && !name.equals("CUSTOM")
                        && !name.equals("STABLEHLO_CUSTOM_CALL")
                        && name.chars()
                                .allMatch(c ->
                                        c == '_'
                                                || Character.isDigit(c)
                                                || Character.isUpperCase(c)));
    }

    private static OptionalLong perOutput(
            Node node, InferredTypes types, int filter, List<Integer> axes) {
        return MacCount.product(
                MacCount.elements(MacCount.output(node, types)),
                sizes(MacCount.input(node, types, filter), axes));
    }

    private static OptionalLong perInput(
            Node node, InferredTypes types, int input, int filter, List<Integer> axes) {
        return MacCount.product(
                MacCount.elements(MacCount.input(node, types, input)),
                sizes(MacCount.input(node, types, filter), axes));
    }

    private static OptionalLong sizes(Optional<Shape> shape, List<Integer> axes) {
        if (shape.isEmpty()) {
            return OptionalLong.empty();
        }
        return MacCount.product(axes.stream().map(axis -> shape.get().get(axis)).toList());
    }

    private static OptionalLong batchMatrixProduct(Node node, InferredTypes types) {
        var inner = node.intAttribute("adj_x", 0) == 0 ? -1 : -2;
        return MacCount.product(
                MacCount.elements(MacCount.output(node, types)),
                sizes(MacCount.input(node, types, 0), List.of(inner)));
    }

    /// Inputs: batch×I, features F×I, time F×memory (Nakkiran et al. 2015, "Compressing Deep Neural
    /// Networks using a Rank-Constrained Topology").
    private static OptionalLong svdf(Node node, InferredTypes types) {
        var batch = sizes(MacCount.input(node, types, 0), List.of(0));
        var feature = MacCount.elements(MacCount.input(node, types, 1));
        var time = MacCount.elements(MacCount.input(node, types, 2));
        return MacCount.product(batch, MacCount.sum(feature, time));
    }

    private static OptionalLong stableConvolution(Node node, InferredTypes types) {
        var axes = new ArrayList<Integer>();
        axes.add(Math.toIntExact(node.intAttribute("kernel_input_feature_dimension", 0)));
        node.intsAttribute("kernel_spatial_dimensions")
                .orElse(List.of())
                .forEach(axis -> axes.add(Math.toIntExact(axis)));
        return perOutput(node, types, 1, axes);
    }

    private static OptionalLong stableProduct(Node node, InferredTypes types) {
        var axes =
                node.intsAttribute("lhs_contracting_dimensions").orElse(List.of()).stream()
                        .map(Math::toIntExact)
                        .toList();
        return perOutput(node, types, 0, axes);
    }
}
