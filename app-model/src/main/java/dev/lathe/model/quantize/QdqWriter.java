package dev.lathe.model.quantize;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.Constants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes QuantizeLinear and DequantizeLinear around activations and DequantizeLinear behind
/// quantized constants.
final class QdqWriter {
    private final Graph graph;
    private final GraphWriter writer;
    private final Map<String, AffineParameters> parameters;
    private final Map<String, String> dequantized = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final Set<String> merged = new HashSet<>();
    private final Map<String, String> constants = new HashMap<>();
    private final Map<AffineParameters, List<String>> storedParameters = new HashMap<>();
    private final Set<String> abandoned = new LinkedHashSet<>();

    /// A writer of a changed graph.
    ///
    /// @param parameters of each value that is quantized
    QdqWriter(GraphWriter writer, Map<String, AffineParameters> parameters, AbsorbedClamps clamps) {
        this.graph = writer.original();
        this.writer = writer;
        this.parameters = parameters;
        for (String value : parameters.keySet()) {
            var absorbed = graph.producer(value).filter(clamps::contains);
            if (absorbed.isPresent()) {
                nameAbsorbed(absorbed.get().inputs().getFirst(), value);
            } else {
                dequantized.put(value, dequantizedName(value));
            }
        }
    }

    /// The values that rewritten nodes no longer read.
    Collection<String> abandoned() {
        return abandoned;
    }

    /// Quantizes the inputs of the graph.
    void writeInputs() {
        graph.inputs().forEach(input -> writePair(input.name()));
    }

    /// Writes a node with some of its constant inputs replaced, reading dequantized activations,
    /// and the pair behind its outputs.
    ///
    /// @param replaced new values by the position of the input
    void writeNode(Node node, Map<Integer, String> replaced) {
        var inputs = new ArrayList<String>();
        for (int i = 0; i < node.inputs().size(); i++) {
            var old = node.inputs().get(i);
            if (replaced.containsKey(i)) {
                abandoned.add(old);
            }
            inputs.add(replaced.getOrDefault(i, dequantized.getOrDefault(old, old)));
        }
        var outputs = node.outputs().stream().map(o -> renamed.getOrDefault(o, o)).toList();
        writer.add(node.withInputs(inputs).withOutputs(outputs));
        node.outputs().forEach(this::writePair);
    }

    /// Leaves a node out that only cuts its input off where the quantization does so anyway: what
    /// makes its input makes its output.
    void absorb(Node clamp) {
        abandoned.addAll(clamp.inputs());
        writePair(clamp.outputs().getFirst());
    }

    /// Stores weights as integers, dequantized as the node reads them.
    ///
    /// @return the dequantized value
    String writeWeights(String source, QuantizedWeight weights, int axis) {
        return writeDequantized(
                source,
                writer.constant(source + "_quantized", weights::tensor),
                writer.constant(source + "_scale", weights::scaleTensor),
                writer.constant(source + "_zero_point", weights::zeroPointTensor),
                weights.isPerChannel() ? Optional.of(axis) : Optional.empty());
    }

    /// Stores a bias as int32 on the scale of the sums of products.
    ///
    /// @param scales one, or one for each element
    /// @return the dequantized value
    String writeBias(String source, float[] bias, float[] scales) {
        var integers = new int[bias.length];
        for (int i = 0; i < bias.length; i++) {
            double q = Math.rint(bias[i] / (double) scales[scales.length == 1 ? 0 : i]);
            integers[i] = (int) Math.clamp(q, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        boolean perChannel = scales.length > 1;
        var sizes = perChannel ? new long[] {scales.length} : new long[0];
        return writeDequantized(
                source,
                writer.constant(
                        source + "_quantized",
                        name -> {
                            var tensor = Tensor.ofInts(name, integers, integers.length);
                            return graph.constant(source).map(tensor::inPlaceOf).orElse(tensor);
                        }),
                writer.constant(source + "_scale", name -> Tensor.ofFloats(name, scales, sizes)),
                writer.constant(
                        source + "_zero_point",
                        name -> Tensor.ofInts(name, new int[scales.length], sizes)),
                perChannel ? Optional.of(0) : Optional.empty());
    }

    /// Stores a constant activation as integers.
    ///
    /// @return the dequantized value
    String writeConstant(String source, IntegerType type) {
        return constants.computeIfAbsent(
                source,
                _ -> {
                    var tensor = Constants.findFloats(graph, source).orElseThrow();
                    var elements = tensor.toFloats();
                    var affine = AffineParameters.of(range(elements), type);
                    var integers = affine.quantize(elements);
                    var sizes = tensor.sizeStream().toArray();
                    return writeDequantized(
                            source,
                            writer.constant(
                                    source + "_quantized",
                                    name ->
                                            Tensor.ofBytes(name, type.dataType(), integers, sizes)
                                                    .inPlaceOf(tensor)),
                            writer.constant(source + "_scale", affine::scaleTensor),
                            writer.constant(source + "_zero_point", affine::zeroPointTensor),
                            Optional.empty());
                });
    }

    private static ValueRange range(float[] elements) {
        float min = 0;
        float max = 0;
        for (float element : elements) {
            min = Math.min(min, element);
            max = Math.max(max, element);
        }
        return new ValueRange(min, max);
    }

    private String writeDequantized(
            String source,
            String integers,
            String scale,
            String zeroPoint,
            Optional<Integer> axis) {
        var result = writer.value(source + "_dequantized", DataType.FLOAT, writer.shapeOf(source));
        writer.add(
                source + "_dequantize",
                "DequantizeLinear",
                List.of(integers, scale, zeroPoint),
                List.of(result),
                axis.stream().map(a -> Attribute.of("axis", a)).toArray(Attribute[]::new));
        return result;
    }

    /// The name under which a quantized value is read. An output of the graph keeps its name for
    /// that, and what made it gets another.
    private String dequantizedName(String value) {
        boolean isOutput = graph.outputs().stream().anyMatch(o -> o.name().equals(value));
        var shape = writer.shapeOf(value);
        if (isOutput) {
            renamed.put(value, writer.value(value + "_float", DataType.FLOAT, shape));
            return value;
        }
        return writer.value(value + "_dequantized", DataType.FLOAT, shape);
    }

    private void nameAbsorbed(String input, String output) {
        var sameIntegers = dequantized.get(input);
        if (sameIntegers == null) {
            dequantized.put(output, dequantizedName(output));
            renamed.put(input, renamed.getOrDefault(output, output));
            writer.remove(input);
        } else {
            dequantized.put(output, sameIntegers);
            merged.add(output);
            writer.remove(output);
        }
    }

    private void writePair(String value) {
        var affine = parameters.get(value);
        if (affine == null || merged.contains(value)) {
            return;
        }
        var shape = writer.shapeOf(value);
        var integers = writer.value(value + "_quantized", affine.type().dataType(), shape);
        var stored =
                storedParameters.computeIfAbsent(
                        affine,
                        _ ->
                                Arrays.asList(
                                        writer.constant(value + "_scale", affine::scaleTensor),
                                        writer.constant(
                                                value + "_zero_point", affine::zeroPointTensor)));
        writer.add(
                value + "_quantize",
                "QuantizeLinear",
                List.of(renamed.getOrDefault(value, value), stored.get(0), stored.get(1)),
                List.of(integers));
        writer.add(
                value + "_dequantize",
                "DequantizeLinear",
                List.of(integers, stored.get(0), stored.get(1)),
                List.of(dequantized.getOrDefault(value, value)));
    }
}
