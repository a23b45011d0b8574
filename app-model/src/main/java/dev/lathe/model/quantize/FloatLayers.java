package dev.lathe.model.quantize;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.layer.Constants;
import dev.lathe.model.layer.LayerWeight;
import dev.lathe.model.layer.LayerWeights;
import dev.lathe.model.layer.Rewrite.RefusedLayer;
import dev.lathe.model.layer.RewriteException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// The selected layers with constant weights, sorted into those that can be quantized and those
/// that cannot.
///
/// @param layers the weight of each layer that can be, by layer name
record FloatLayers(SequencedMap<String, LayerWeight> layers, List<RefusedLayer> refused) {

    /// Sorts the selected layers of a graph.
    ///
    /// @param obstacle why an otherwise fit layer cannot be quantized, as a clause
    /// @throws RewriteException if no layer can be quantized
    static FloatLayers find(
            Graph graph,
            Predicate<String> selected,
            Function<LayerWeight, Optional<String>> obstacle)
            throws RewriteException {
        var layers = new LinkedHashMap<String, LayerWeight>();
        var refused = new ArrayList<RefusedLayer>();
        var all = LayerWeights.find(graph);
        for (LayerWeight weight : all) {
            var name = weight.layer();
            if (!selected.test(name)
                    || refused.stream().anyMatch(layer -> layer.layer().equals(name))) {
                continue;
            }
            var reason = contentObstacle(graph, weight).or(() -> obstacle.apply(weight));
            if (reason.isPresent()) {
                refused.add(new RefusedLayer(name, reason.get()));
            } else {
                layers.put(name, weight);
            }
        }
        if (layers.isEmpty()) {
            throw new RewriteException(nothing(graph, all, refused));
        }
        return new FloatLayers(layers, refused);
    }

    private static Optional<String> contentObstacle(Graph graph, LayerWeight weight) {
        var tensor = weight.tensor();
        if (tensor.type() != DataType.FLOAT) {
            return Optional.of(
                    "its weights are %s, and only float32 is quantized"
                            .formatted(tensor.type().label()));
        }
        if (tensor.content() instanceof Missing(_, _, _, var reason)) {
            return Optional.of("its weights are missing: " + reason);
        }
        if (tensor.elements() == 0) {
            return Optional.of("it has no weights");
        }
        boolean readsConstant =
                weight.input() != 0
                        && Constants.find(graph, weight.node().inputs().getFirst()).isPresent();
        return readsConstant ? Optional.of("its input is constant") : Optional.empty();
    }

    private static String nothing(Graph graph, List<LayerWeight> all, List<RefusedLayer> refused) {
        if (!refused.isEmpty()) {
            return "Cannot quantize %s: %s"
                    .formatted(refused.getFirst().layer(), refused.getFirst().reason());
        }
        if (!all.isEmpty()) {
            return "Cannot quantize the model: no layer with weights is selected; check the layer"
                    + " names";
        }
        return graph.nodes().stream().anyMatch(FloatLayers::isQuantized)
                ? "Cannot quantize the model: it is quantized already; start from the float model"
                : "Cannot quantize the model: it has no convolution or matrix product with constant"
                        + " weights";
    }

    private static boolean isQuantized(Node node) {
        return node.opType().contains("QLinear")
                || node.opType().contains("QuantizeLinear")
                || node.opType().contains("Integer")
                || node.opType().endsWith("NBits");
    }
}
