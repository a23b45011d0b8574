package dev.lathe.model.quantize;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.Constants;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes the integer form of layers whose activations are quantized while the model runs.
///
/// A layer `y = x · W + b` becomes
///
/// ```
/// q, s, z = DynamicQuantizeLinear(x)          once for each activation
/// i = MatMulInteger(q, Wq, z, Wz)             or ConvInteger
/// y = Cast(i) · (s · Ws) + b
/// ```
///
/// which ONNX Runtime fuses to one operator for matrix products.
final class DynamicRewriting {
    private final Graph graph;
    private final GraphWriter writer;
    private final WeightQuantizer quantizer;
    private final Progress progress;
    private final Map<String, Activation> activations = new HashMap<>();
    private final Map<String, StoredWeight> weights = new HashMap<>();
    private final Set<String> abandoned = new LinkedHashSet<>();

    DynamicRewriting(ModelGraph model, WeightQuantizer quantizer, Progress progress) {
        this.graph = model.graph();
        this.writer = new GraphWriter(graph, ShapeInference.infer(model));
        this.quantizer = quantizer;
        this.progress = progress;
    }

    /// The values that the rewritten layers no longer read.
    Collection<String> abandoned() {
        return abandoned;
    }

    /// The graph as it was written.
    Graph build() {
        return writer.build();
    }

    /// Writes a node as it is.
    void keep(Node node) {
        writer.add(node);
    }

    /// Writes the integer form of a layer.
    void rewrite(Node node) throws RewriteException, InterruptedException {
        var name = GraphWriter.nameOf(node);
        var shape = writer.shapeOf(node.outputs().getFirst());
        var activation =
                activations.computeIfAbsent(node.inputs().getFirst(), this::quantizeActivation);
        var weight = store(node);

        var inputs = List.of(activation.values, weight.values, activation.zeroPoint);
        var sums = writer.value(name + "_integer", DataType.INT32, shape);
        writer.add(integerNode(node, weight.withZeroPoint(inputs), sums));
        var floats = writer.value(name + "_cast", DataType.FLOAT, shape);
        writer.add(
                name + "_cast",
                "Cast",
                List.of(sums),
                List.of(floats),
                Attribute.of("to", DataType.FLOAT.code()));
        var scale = writer.value(name + "_scale", DataType.FLOAT, Optional.of(weight.scaleShape));
        writer.add(name + "_scale", "Mul", List.of(activation.scale, weight.scale), List.of(scale));
        rescale(node, floats, scale);
        abandoned.addAll(node.inputs());
    }

    private Node integerNode(Node node, List<String> inputs, String sums) {
        boolean isConv = node.is("Conv");
        return Node.of(
                        writer.keptName(node),
                        isConv ? "ConvInteger" : "MatMulInteger",
                        inputs,
                        List.of(sums))
                .withAttributes(isConv ? node.attributes() : List.of());
    }

    private void rescale(Node node, String floats, String scale) {
        var name = GraphWriter.nameOf(node);
        var output = node.outputs().getFirst();
        var bias = bias(node);
        if (bias.isEmpty()) {
            writer.add(name + "_rescale", "Mul", List.of(floats, scale), List.of(output));
            return;
        }
        var scaled = writer.value(name + "_scaled", DataType.FLOAT, writer.shapeOf(output));
        writer.add(name + "_rescale", "Mul", List.of(floats, scale), List.of(scaled));
        writer.add(name + "_add_bias", "Add", List.of(scaled, bias.get()), List.of(output));
    }

    /// The bias in a form that can be added to the output: for Conv with room for the spatial
    /// dimensions, for Gemm times beta.
    private Optional<String> bias(Node node) {
        if (node.is("MatMul") || node.input(2).isEmpty()) {
            return Optional.empty();
        }
        var name = GraphWriter.nameOf(node) + "_bias";
        var source = node.inputs().get(2);
        var constant = Constants.findFloats(graph, source);
        float beta = node.is("Gemm") ? node.floatAttribute("beta", 1) : 1;
        if (constant.isPresent() && (node.is("Conv") || beta != 1)) {
            var elements = constant.get().toFloats();
            for (int i = 0; i < elements.length; i++) {
                elements[i] *= beta;
            }
            var sizes =
                    node.is("Conv")
                            ? channelSizes(node, elements.length)
                            : constant.get().sizeStream().toArray();
            return Optional.of(
                    writer.constant(
                            name,
                            n -> Tensor.ofFloats(n, elements, sizes).inPlaceOf(constant.get())));
        }
        return Optional.of(node.is("Conv") ? reshaped(node, source) : source);
    }

    /// A bias that is not constant, reshaped while the model runs.
    private String reshaped(Node node, String source) {
        var name = GraphWriter.nameOf(node) + "_bias";
        var sizes = channelSizes(node, -1);
        var shape = writer.constant(name + "_shape", n -> Tensor.ofLongs(n, sizes, sizes.length));
        var result = writer.value(name, DataType.FLOAT, Optional.empty());
        writer.add(name + "_reshape", "Reshape", List.of(source, shape), List.of(result));
        return result;
    }

    /// `1 × channels × 1 × …`, of the rank of the weights.
    private long[] channelSizes(Node node, long channels) {
        int rank = Constants.find(graph, node.inputs().get(1)).orElseThrow().sizes().size();
        var sizes = new long[rank];
        Arrays.fill(sizes, 1);
        sizes[1] = channels;
        return sizes;
    }

    private Activation quantizeActivation(String source) {
        var values = writer.value(source + "_quantized", DataType.UINT8, writer.shapeOf(source));
        var scale = writer.value(source + "_scale", DataType.FLOAT, Optional.of(Shape.SCALAR));
        var zero = writer.value(source + "_zero_point", DataType.UINT8, Optional.of(Shape.SCALAR));
        writer.add(
                source + "_quantize",
                "DynamicQuantizeLinear",
                List.of(source),
                List.of(values, scale, zero));
        return new Activation(values, scale, zero);
    }

    private StoredWeight store(Node node) throws RewriteException, InterruptedException {
        var source = node.inputs().get(1);
        boolean transposed = node.is("Gemm") && node.intAttribute("transB", 0) != 0;
        float alpha = node.is("Gemm") ? node.floatAttribute("alpha", 1) : 1;
        var key = "%s|%s|%b|%s".formatted(source, node.opType(), transposed, alpha);
        var known = weights.get(key);
        if (known != null) {
            return known;
        }
        var weight = Constants.find(graph, source).orElseThrow();
        int rank = weight.sizes().size();
        int axis = node.is("Conv") || transposed ? 0 : rank - 1;
        var perChannel = rank == 2 || node.is("Conv") ? quantizer : quantizer.perTensor();
        var integers = perChannel.quantize(weight, axis, progress);
        var stored = store(node, source, transposed ? integers.transposed() : integers, alpha);
        weights.put(key, stored);
        return stored;
    }

    private StoredWeight store(Node node, String source, QuantizedWeight integers, float alpha) {
        var scales = integers.scales();
        for (int i = 0; i < scales.length; i++) {
            scales[i] *= alpha;
        }
        long[] sizes = scaleSizes(node, scales.length);
        return new StoredWeight(
                writer.constant(source + "_quantized", integers::tensor),
                writer.constant(source + "_scale", n -> Tensor.ofFloats(n, scales, sizes)),
                writer.constant(source + "_zero_point", integers::zeroPointScalar),
                Shape.of(sizes));
    }

    private long[] scaleSizes(Node node, int scales) {
        if (scales == 1) {
            return new long[0];
        }
        return node.is("Conv") ? channelSizes(node, scales) : new long[] {scales};
    }

    /// The values of a quantized activation.
    private record Activation(String values, String scale, String zeroPoint) {}

    /// The constants of a quantized weight.
    private record StoredWeight(String values, String scale, String zeroPoint, Shape scaleShape) {
        List<String> withZeroPoint(List<String> inputs) {
            var all = new ArrayList<>(inputs);
            all.add(zeroPoint);
            return all;
        }
    }
}
