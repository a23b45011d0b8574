package dev.lathe.model.simplify;

import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the weights and the bias of a layer become when it takes a BatchNormalization in: with `k =
/// γ / √(σ² + ε)` the weights of each output channel are multiplied by k and the bias becomes `(b −
/// μ) · k + β` (Ioffe and Szegedy, "Batch Normalization", ICML 2015, §3.1). Computed in double
/// precision, so that only the final rounding to float32 differs.
///
/// @param weights of the shape that they had, without a name
/// @param bias without a name
record FoldedNormalization(Tensor weights, Tensor bias) {

    /// The folded parameters, if the layer is a convolution or a Gemm and all that is needed is
    /// constant.
    ///
    /// @param constants float32 constants with elements, by name
    static Optional<FoldedNormalization> of(
            Node layer, Node normalization, Function<String, Optional<Tensor>> constants) {
        var parameters =
                normalization.inputs().stream()
                        .skip(1)
                        .map(constants)
                        .flatMap(Optional::stream)
                        .map(Tensor::toFloats)
                        .toList();
        var weights = layer.input(1).flatMap(constants);
        if (parameters.size() != 4 || weights.isEmpty() || trains(normalization)) {
            return Optional.empty();
        }
        int channels = parameters.getFirst().length;
        var bias = bias(layer, channels, constants);
        if (bias.isEmpty() || channels(layer, weights.get()) != channels) {
            return Optional.empty();
        }
        float epsilon = normalization.floatAttribute("epsilon", 1e-5f);
        var factors = new double[channels];
        var shifted = new float[channels];
        for (int c = 0; c < channels; c++) {
            factors[c] = parameters.get(0)[c] / Math.sqrt(parameters.get(3)[c] + (double) epsilon);
            double centred = bias.get()[c] - parameters.get(2)[c];
            shifted[c] = (float) (centred * factors[c] + parameters.get(1)[c]);
            if (!Float.isFinite(shifted[c]) || !Double.isFinite(factors[c])) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new FoldedNormalization(
                        scaled(layer, weights.get(), factors), shifted(layer, shifted, constants)));
    }

    private static Tensor shifted(
            Node layer, float[] elements, Function<String, Optional<Tensor>> constants) {
        var bias = Tensor.ofFloats("", elements, elements.length);
        return layer.input(2).flatMap(constants).map(bias::inPlaceOf).orElse(bias);
    }

    private static boolean trains(Node normalization) {
        return normalization.intAttribute("training_mode", 0) != 0
                || normalization.intAttribute("spatial", 1) != 1
                || normalization.attribute("consumed_inputs").isPresent()
                || normalization.attribute("is_test").isPresent()
                || normalization.outputs().stream().filter(o -> !o.isEmpty()).count() > 1;
    }

    /// What the layer adds to each channel.
    private static Optional<double[]> bias(
            Node layer, int channels, Function<String, Optional<Tensor>> constants) {
        var bias = new double[channels];
        if (layer.input(2).isEmpty()) {
            return Optional.of(bias);
        }
        double factor = layer.is("Gemm") ? layer.floatAttribute("beta", 1) : 1;
        return layer.input(2)
                .flatMap(constants)
                .filter(tensor -> isOneForEachChannel(tensor, channels))
                .map(tensor -> {
                    var elements = tensor.toFloats();
                    for (int c = 0; c < channels; c++) {
                        bias[c] = factor * elements[elements.length == 1 ? 0 : c];
                    }
                    return bias;
                });
    }

    private static boolean isOneForEachChannel(Tensor bias, int channels) {
        return bias.elements() == 1
                || (bias.elements() == channels && bias.sizes().getLast() == channels);
    }

    private static int channels(Node layer, Tensor weights) {
        int axis = axis(layer);
        if (weights.sizes().size() < 2) {
            return -1;
        }
        long size = weights.sizes().get(axis);
        return Math.toIntExact(axis == 1 && !layer.is("Gemm") ? size * group(layer) : size);
    }

    /// The axis of the weights with the output channels, in a ConvTranspose those of one group.
    private static int axis(Node layer) {
        return layer.is("Conv") || (layer.is("Gemm") && layer.intAttribute("transB", 0) != 0)
                ? 0
                : 1;
    }

    private static long group(Node layer) {
        return layer.is("ConvTranspose") ? Math.max(1, layer.intAttribute("group", 1)) : 1;
    }

    private static Tensor scaled(Node layer, Tensor weights, double[] factors) {
        var elements = weights.toFloats();
        int axis = axis(layer);
        long inner = weights.sizeStream().skip(axis + 1L).reduce(1, (a, b) -> a * b);
        long size = weights.sizes().get(axis);
        long rows = axis == 0 ? 1 : weights.sizes().getFirst();
        long rowsOfGroup = Math.max(1, rows / group(layer));
        for (int i = 0; i < elements.length; i++) {
            long row = axis == 0 ? 0 : i / inner / size / rowsOfGroup;
            int channel = (int) (row * size + i / inner % size);
            elements[i] = (float) (elements[i] * factors[channel]);
        }
        return Tensor.ofFloats("", elements, weights.sizeStream().toArray()).inPlaceOf(weights);
    }

    /// Whether a node can take a normalization in.
    static boolean isLayer(Node node) {
        return Stream.of("Conv", "ConvTranspose", "Gemm").anyMatch(node::is);
    }
}
