package dev.lathe.model.quantize;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.Constants;
import dev.lathe.model.layer.LayerWeight;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.layer.Sweep;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Carries a plan of static quantization out.
final class StaticRewriting {
    /// The largest magnitude that a quantized bias should reach, to leave room for the sum.
    private static final double BIAS_PEAK = 1 << 30;

    private final QuantizationScheme scheme;
    private final QdqPlan plan;
    private final Map<String, AffineParameters> parameters;
    private final GraphWriter writer;
    private final Graph graph;
    private final AbsorbedClamps clamps;
    private final QdqWriter qdq;
    private final Progress progress;
    private final Map<String, StoredWeight> stored = new HashMap<>();

    StaticRewriting(
            QuantizationScheme scheme,
            QdqPlan plan,
            Map<String, AffineParameters> parameters,
            GraphWriter writer,
            Progress progress) {
        this.scheme = scheme;
        this.plan = plan;
        this.parameters = parameters;
        this.writer = writer;
        this.graph = writer.original();
        this.clamps = new AbsorbedClamps(graph, parameters);
        this.qdq = new QdqWriter(writer, parameters, clamps);
        this.progress = progress;
    }

    /// The quantized graph.
    ///
    /// @param layers the weight of each layer to quantize, by layer name
    Graph rewrite(Map<String, LayerWeight> layers) throws RewriteException, InterruptedException {
        qdq.writeInputs();
        for (Node node : graph.nodes()) {
            progress.checkCancelled();
            var name = graph.layerName(node);
            if (layers.containsKey(name)) {
                writeLayer(node);
            } else if (plan.integerNodes().contains(name)) {
                writeArithmetic(node);
            } else if (clamps.contains(node)) {
                qdq.absorb(node);
            } else {
                qdq.writeNode(node, Map.of());
            }
        }
        return Sweep.of(writer.build(), qdq.abandoned());
    }

    private void writeArithmetic(Node node) {
        var replaced = new HashMap<Integer, String>();
        for (int i = 0; i < node.inputs().size(); i++) {
            var input = node.inputs().get(i);
            if (Constants.findFloats(graph, input).isPresent()) {
                replaced.put(i, qdq.writeConstant(input, scheme.activation()));
            }
        }
        qdq.writeNode(node, replaced);
    }

    private void writeLayer(Node node) throws RewriteException, InterruptedException {
        var source = node.inputs().get(1);
        var weights = Constants.find(graph, source).orElseThrow();
        var axis = channelAxis(node, weights);
        float inputScale = inputScale(node);
        float alpha = node.is("Gemm") ? node.floatAttribute("alpha", 1) : 1;
        var bias = bias(node, weights, axis);

        var limits = bias.map(b -> smallestScales(b, inputScale * Math.abs(alpha)));
        var weight = store(source, weights, axis, limits.orElseGet(() -> new float[0]));
        var replaced = new HashMap<>(Map.of(1, weight.value));
        if (bias.isPresent()) {
            var scales = weight.scales.clone();
            for (int i = 0; i < scales.length; i++) {
                scales[i] *= inputScale * alpha;
            }
            replaced.put(2, qdq.writeBias(node.inputs().get(2), bias.get(), scales));
        }
        qdq.writeNode(bias.isPresent() ? withBetaOne(node) : node, replaced);
    }

    private float inputScale(Node node) {
        return Optional.ofNullable(parameters.get(node.inputs().getFirst())).orElseThrow().scale();
    }

    /// The axis of the output channels of weights; empty where they have one scale for all.
    private static Optional<Integer> channelAxis(Node node, Tensor weights) {
        int rank = weights.sizes().size();
        return switch (node.opType()) {
            case "Conv" -> Optional.of(0);
            case "ConvTranspose" ->
                    node.intAttribute("group", 1) == 1 ? Optional.of(1) : Optional.empty();
            case "Gemm" -> Optional.of(node.intAttribute("transB", 0) == 0 ? 1 : 0);
            default -> rank == 2 ? Optional.of(1) : Optional.empty();
        };
    }

    /// The elements of a constant bias with one number for each output channel, times beta.
    private Optional<float[]> bias(Node node, Tensor weights, Optional<Integer> axis) {
        if (node.is("MatMul") || node.input(2).isEmpty() || axis.isEmpty()) {
            return Optional.empty();
        }
        long channels = weights.sizes().get(axis.get());
        var constant =
                Constants.findFloats(graph, node.inputs().get(2))
                        .filter(tensor -> tensor.elements() == channels)
                        .filter(tensor -> !tensor.sizes().isEmpty())
                        .filter(tensor -> tensor.sizes().getLast() == channels);
        float beta = node.is("Gemm") ? node.floatAttribute("beta", 1) : 1;
        return constant.map(tensor -> {
            var elements = tensor.toFloats();
            for (int i = 0; i < elements.length; i++) {
                elements[i] *= beta;
            }
            return elements;
        });
    }

    /// The smallest weight scales with which a bias fits 32 bits.
    private static float[] smallestScales(float[] bias, float inputScale) {
        var scales = new float[bias.length];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = (float) (Math.abs(bias[i]) / (inputScale * BIAS_PEAK));
        }
        return scales;
    }

    /// Weights that were stored for another layer with the same limits are used again.
    private StoredWeight store(
            String source, Tensor weights, Optional<Integer> axis, float[] smallestScales)
            throws RewriteException, InterruptedException {
        var granularity = axis.isPresent() ? scheme.granularity() : Granularity.TENSOR;
        var integers =
                new WeightQuantizer(scheme.weight(), granularity)
                        .quantize(weights, axis.orElse(0), smallestScales, progress);
        var scales = integers.scales();
        var known = stored.get(source + axis);
        if (known != null && Arrays.equals(known.scales, scales)) {
            return known;
        }
        var fresh = new StoredWeight(qdq.writeWeights(source, integers, axis.orElse(0)), scales);
        stored.put(source + axis, fresh);
        return fresh;
    }

    private static Node withBetaOne(Node node) {
        if (node.attribute("beta").isEmpty()) {
            return node;
        }
        var attributes = new ArrayList<Attribute>(node.attributes());
        attributes.replaceAll(a -> a.name().equals("beta") ? Attribute.of("beta", 1f) : a);
        return node.withAttributes(List.copyOf(attributes));
    }

    /// Weights as they are stored.
    private static final class StoredWeight {
        /// The dequantized value.
        private final String value;

        private final float[] scales;

        StoredWeight(String value, float[] scales) {
            this.value = value;
            this.scales = scales;
        }
    }
}
