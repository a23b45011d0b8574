package dev.lathe.model.cost;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.shape.ShapeInference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Counts the multiply-accumulates of one node.
///
/// A multiply-accumulate (MAC) is one multiplication whose product is added to a sum, as counted by
/// the "mult-adds" of the MobileNetV2 paper (Sandler et al. 2018, table 4). Counted are the
/// operators that are sums of products of an input and a weight or another input:
///
/// | operator | MACs | source |
/// |---|---|---|
/// | Conv | output elements × input channels / group × kernel elements | ONNX Operators.md, Conv |
/// | ConvTranspose | input elements × output channels / group × kernel elements | Conv turned round |
/// | Gemm | M × N × K | Operators.md, Gemm |
/// | MatMul | output elements × K | numpy.matmul |
/// | RNN, GRU, LSTM | directions × T × batch × g·H × (input + H), g = 1, 3, 4 | Operators.md, equations |
/// | Attention and its kin | batch × heads × S × T × (key size + value size), and the projection where the operator holds one | Operators.md, Attention |
/// | Einsum of several operands | product of the sizes of all letters | numpy.einsum |
///
/// Operators of TensorFlow Lite are counted by {@link TfliteMacs}.
///
/// The quantized forms count as what they stand for. Biases, activations, normalization, pooling,
/// peephole weights and elementwise arithmetic count as none, as is usual in published figures.
final class MacCount {

    /// Operators that hold products of which this version does not know the number.
    private static final Set<String> NOT_COUNTED =
            Set.of(
                    "LinearAttention",
                    "LongformerAttention",
                    "DecoderMaskedMultiHeadAttention",
                    "PackedAttention",
                    "PackedMultiHeadAttention",
                    "MoE",
                    "QMoE");

    private MacCount() {}

    /// The MACs of a node; empty if a size that they depend on is not known.
    static OptionalLong of(Node node, InferredTypes types) {
        try {
            return count(node, types);
        } catch (ArithmeticException | IndexOutOfBoundsException _) {
            return OptionalLong.empty(); // sizes that fit no tensor
        }
    }

    private static OptionalLong count(Node node, InferredTypes types) {
        if (TfliteMacs.applies(node)) {
            return TfliteMacs.of(node, types);
        }
        return switch (node.opType()) {
            case "Conv",
                    "ConvInteger",
                    "FusedConv",
                    "NhwcConv",
                    "NhwcFusedConv",
                    "DeformConv",
                    "CausalConvWithState" ->
                    convolution(node, types, 1);
            case "QLinearConv" -> convolution(node, types, 3);
            case "ConvTranspose", "ConvTransposeWithDynamicPads" ->
                    transposedConvolution(node, types);
            case "Gemm", "QGemm", "FusedGemm" -> gemm(node, types);
            case "MatMul",
                    "MatMulInteger",
                    "MatMulInteger16",
                    "QLinearMatMul",
                    "MatMulIntegerToFloat",
                    "DynamicQuantizeMatMul",
                    "FusedMatMul",
                    "FusedMatMulActivation",
                    "TransposeMatMul",
                    "GemmFastGelu" ->
                    matrixProduct(node, types);
            case "MatMulNBits", "MatMulBnb4" -> blockMatrixProduct(node, types);
            case "RNN" -> recurrent(node, types, 1);
            case "GRU" -> recurrent(node, types, 3);
            case "LSTM" -> recurrent(node, types, 4);
            case "DynamicQuantizeLSTM" -> packedRecurrent(node, types);
            case "Attention",
                    "QAttention",
                    "MultiHeadAttention",
                    "GroupQueryAttention",
                    "FlexAttention" ->
                    AttentionMacs.of(node, types);
            case "Einsum" -> EinsumMacs.of(node, types);
            default -> isFree(node) ? OptionalLong.of(0) : OptionalLong.empty();
        };
    }

    /// Whether it is known of an operator that it is no sum of products of an input and a weight or
    /// another input.
    private static boolean isFree(Node node) {
        return (node.isStandard()
                        || node.domain().equals("ai.onnx.ml")
                        || ShapeInference.hasRule(node))
                && !NOT_COUNTED.contains(node.opType())
                && !node.opType().contains("Grad");
    }

    private static OptionalLong convolution(Node node, InferredTypes types, int weight) {
        return product(elements(output(node, types)), elementsFrom(input(node, types, weight), 1));
    }

    private static OptionalLong transposedConvolution(Node node, InferredTypes types) {
        return product(elements(input(node, types, 0)), elementsFrom(input(node, types, 1), 1));
    }

    private static OptionalLong gemm(Node node, InferredTypes types) {
        var a = input(node, types, 0);
        if (a.isEmpty() || a.get().rank() != 2) {
            return OptionalLong.empty();
        }
        int inner = node.intAttribute("transA", 0) == 0 ? 1 : 0;
        return product(elements(output(node, types)), a.get().size(inner));
    }

    private static OptionalLong matrixProduct(Node node, InferredTypes types) {
        var a = input(node, types, 0);
        if (a.isEmpty() || a.get().rank() == 0) {
            return OptionalLong.empty();
        }
        boolean turned = node.intAttribute("transA", 0) != 0 && a.get().rank() > 1;
        int before = node.intAttribute("transBatchA", 0) == 0 ? -2 : 0;
        int inner = turned ? before : -1;
        return product(elements(output(node, types)), a.get().size(inner));
    }

    /// A product with a matrix that is stored in blocks of few bits: `K` is an attribute.
    private static OptionalLong blockMatrixProduct(Node node, InferredTypes types) {
        return product(elements(output(node, types)), node.findInt("K"));
    }

    /// Gate sizes come from `W`: directions × g·H × input and `R`: directions × g·H × H.
    private static OptionalLong recurrent(Node node, InferredTypes types, int gates) {
        var x = input(node, types, 0);
        var w = input(node, types, 1);
        var r = input(node, types, 2);
        if (x.isEmpty() || x.get().rank() != 3 || w.isEmpty() || r.isEmpty()) {
            return OptionalLong.empty();
        }
        var perStep = sum(elements(w), elements(r));
        var steps = product(x.get().size(0), x.get().size(1));
        var hidden = r.get().size(-1);
        return hidden.isPresent() && r.get().size(1).equals(product(hidden, OptionalLong.of(gates)))
                ? product(perStep, steps)
                : OptionalLong.empty();
    }

    /// Weights packed for all gates: `directions×input×4H` and `directions×H×4H`.
    private static OptionalLong packedRecurrent(Node node, InferredTypes types) {
        var x = input(node, types, 0);
        if (x.isEmpty() || x.get().rank() != 3) {
            return OptionalLong.empty();
        }
        var perStep = sum(elements(input(node, types, 1)), elements(input(node, types, 2)));
        return product(perStep, product(x.get().size(0), x.get().size(1)));
    }

    static Optional<Shape> input(Node node, InferredTypes types, int position) {
        return node.input(position).flatMap(types::shape);
    }

    static Optional<Shape> output(Node node, InferredTypes types) {
        return node.outputs().isEmpty() ? Optional.empty() : types.shape(node.outputs().getFirst());
    }

    static OptionalLong elements(Optional<Shape> shape) {
        return elementsFrom(shape, 0);
    }

    /// The product of the sizes from an axis on.
    private static OptionalLong elementsFrom(Optional<Shape> shape, int axis) {
        if (shape.isEmpty() || shape.get().rank() < axis) {
            return OptionalLong.empty();
        }
        return product(shape.get().dimensions().subList(axis, shape.get().rank()));
    }

    static OptionalLong product(List<Dimension> dimensions) {
        long product = 1;
        for (Dimension dimension : dimensions) {
            if (!(dimension instanceof Fixed(long size))) {
                return OptionalLong.empty();
            }
            product = Math.multiplyExact(product, size);
        }
        return OptionalLong.of(product);
    }

    static OptionalLong product(OptionalLong a, OptionalLong b) {
        return a.isPresent() && b.isPresent()
                ? OptionalLong.of(Math.multiplyExact(a.getAsLong(), b.getAsLong()))
                : OptionalLong.empty();
    }

    static OptionalLong sum(OptionalLong a, OptionalLong b) {
        return a.isPresent() && b.isPresent()
                ? OptionalLong.of(Math.addExact(a.getAsLong(), b.getAsLong()))
                : OptionalLong.empty();
    }
}
