package dev.lathe.model.quantize;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.layer.Constants;
import dev.lathe.model.layer.LayerWeight;
import dev.lathe.model.layer.Rewrite;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.layer.Sweep;
import dev.lathe.model.opset.OpsetRaise;
import dev.lathe.model.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Stores weights as integers and quantizes activations while the model runs, each by its own
/// range: MatMul and Gemm become MatMulInteger, Conv becomes ConvInteger, behind a
/// DynamicQuantizeLinear for each activation.
public record DynamicQuantizer(IntegerType weight, Granularity granularity) {

    /// The first operator set with DynamicQuantizeLinear.
    private static final int OPSET = 11;

    /// Quantizes the layers that are selected by name.
    ///
    /// @throws RewriteException if none of them can be quantized
    public Rewrite quantize(ModelGraph model, Predicate<String> selected, Progress progress)
            throws RewriteException, InterruptedException {
        FloatLayers.find(model.graph(), selected, w -> obstacle(model.graph(), w));
        var raised = OpsetRaise.raise(model, OPSET);
        var graph = raised.model().graph();
        var layers = FloatLayers.find(graph, selected, w -> obstacle(graph, w));

        var rewriting =
                new DynamicRewriting(
                        raised.model(), new WeightQuantizer(weight, granularity), progress);
        int done = 0;
        for (Node node : graph.nodes()) {
            if (layers.layers().containsKey(graph.layerName(node))) {
                rewriting.rewrite(node);
                progress.update(++done, layers.layers().size());
            } else {
                rewriting.keep(node);
            }
        }
        return new Rewrite(
                raised.model().withGraph(Sweep.of(rewriting.build(), rewriting.abandoned())),
                List.copyOf(layers.layers().keySet()),
                layers.refused(),
                raised.notes());
    }

    private static Optional<String> obstacle(Graph graph, LayerWeight weight) {
        var node = weight.node();
        return switch (node.opType()) {
            case "Conv" -> Optional.empty();
            case "MatMul" -> matMulObstacle(graph, weight);
            case "Gemm" -> gemmObstacle(graph, node);
            default ->
                    Optional.of(
                            "there is no integer form of %s that quantizes dynamically"
                                    .formatted(node.opType()));
        };
    }

    private static Optional<String> matMulObstacle(Graph graph, LayerWeight weight) {
        if (weight.input() != 1) {
            return Optional.of("its constant is the left operand of the product");
        }
        return Constants.find(graph, weight.node().inputs().get(1))
                        .filter(tensor -> tensor.sizes().size() >= 2)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("its weights are no matrix");
    }

    private static Optional<String> gemmObstacle(Graph graph, Node node) {
        if (node.intAttribute("transA", 0) != 0) {
            return Optional.of("it transposes its input");
        }
        boolean scalesBias = node.input(2).isPresent() && node.floatAttribute("beta", 1) != 1;
        return scalesBias && Constants.findFloats(graph, node.inputs().get(2)).isEmpty()
                ? Optional.of("it scales a bias that is not constant")
                : Optional.empty();
    }
}
