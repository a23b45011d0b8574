package dev.lathe.model.quantize;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.GraphEditor;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.Constants;
import dev.lathe.model.layer.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Folds a BatchNormalization into the convolution before it: with `k = γ / √(σ² + ε)` the weights
/// of each output channel are multiplied by k and the bias becomes `(b − μ) · k + β`. Computed in
/// double precision, so that only the final rounding to float32 differs.
final class BatchNormalizationFolding {
    private final Graph graph;
    private final GraphEditor editor;
    private final List<String> abandoned = new ArrayList<>();
    private int folded;

    private BatchNormalizationFolding(Graph graph) {
        this.graph = graph;
        this.editor = graph.edit();
    }

    /// The graph with the normalizations after selected convolutions folded; the same graph if
    /// there are none.
    static Graph fold(Graph graph, Predicate<String> selected) {
        var folding = new BatchNormalizationFolding(graph);
        for (Node node : graph.nodes()) {
            if (node.is("BatchNormalization")) {
                folding.producer(node)
                        .filter(conv -> selected.test(graph.layerName(conv)))
                        .ifPresent(conv -> folding.tryToFold(conv, node));
            }
        }
        return folding.folded == 0 ? graph : Sweep.of(folding.editor.build(), folding.abandoned);
    }

    /// The convolution of which a normalization is the only reader.
    private Optional<Node> producer(Node normalization) {
        return SoleReader.producer(graph, normalization.inputs().getFirst())
                .filter(node ->
                        node.is("Conv")
                                || (node.is("ConvTranspose")
                                        && node.intAttribute("group", 1) == 1));
    }

    private void tryToFold(Node conv, Node normalization) {
        var parameters =
                normalization.inputs().stream()
                        .skip(1)
                        .map(value -> Constants.findFloats(graph, value))
                        .flatMap(Optional::stream)
                        .map(Tensor::toFloats)
                        .toList();
        var weights = Constants.findFloats(graph, conv.inputs().get(1));
        var bias = conv.input(2).flatMap(value -> Constants.findFloats(graph, value));
        boolean trains = normalization.outputs().stream().filter(o -> !o.isEmpty()).count() > 1;
        if (trains
                || parameters.size() != 4
                || weights.isEmpty()
                || (conv.input(2).isPresent() && bias.isEmpty())) {
            return;
        }
        int channels = parameters.getFirst().length;
        var old = bias.map(Tensor::toFloats).orElseGet(() -> new float[channels]);
        int axis = conv.is("Conv") ? 0 : 1;
        if (weights.get().sizes().get(axis) != channels || old.length != channels) {
            return;
        }
        var factors = factors(parameters, normalization.floatAttribute("epsilon", 1e-5f));
        var shifted = new float[channels];
        for (int c = 0; c < channels; c++) {
            double centred = old[c] - (double) parameters.get(2)[c];
            shifted[c] = (float) (centred * factors[c] + parameters.get(1)[c]);
        }
        replace(conv, normalization, scaled(weights.get(), axis, factors), shifted);
    }

    private static double[] factors(List<float[]> parameters, float epsilon) {
        var factors = new double[parameters.getFirst().length];
        for (int c = 0; c < factors.length; c++) {
            factors[c] = parameters.get(0)[c] / Math.sqrt(parameters.get(3)[c] + (double) epsilon);
        }
        return factors;
    }

    private static float[] scaled(Tensor weights, int axis, double[] factors) {
        var elements = weights.toFloats();
        long inner = weights.sizeStream().skip(axis + 1L).reduce(1, (a, b) -> a * b);
        for (int i = 0; i < elements.length; i++) {
            int channel = (int) (i / inner % factors.length);
            elements[i] = (float) (elements[i] * factors[channel]);
        }
        return elements;
    }

    private void replace(Node conv, Node normalization, float[] weights, float[] bias) {
        var oldWeights = conv.inputs().get(1);
        var sizes = Constants.find(graph, oldWeights).orElseThrow().sizeStream().toArray();
        var newWeights = editor.freshName(oldWeights + "_folded");
        var newBias =
                editor.freshName(
                        conv.input(2).map(old -> old + "_folded").orElse(oldWeights + "_bias"));
        editor.put(Tensor.ofFloats(newWeights, weights, sizes));
        editor.put(Tensor.ofFloats(newBias, bias, bias.length));
        var changed =
                conv.withInputs(List.of(conv.inputs().getFirst(), newWeights, newBias))
                        .withOutputs(List.of(normalization.outputs().getFirst()));
        Identity.replace(editor.nodes(), conv, changed);
        Identity.remove(editor.nodes(), normalization);
        editor.removeValue(conv.outputs().getFirst());
        abandoned.addAll(conv.inputs().subList(1, conv.inputs().size()));
        abandoned.addAll(normalization.inputs().subList(1, 5));
        folded++;
    }
}
