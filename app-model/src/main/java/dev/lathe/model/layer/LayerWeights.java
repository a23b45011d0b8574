package dev.lathe.model.layer;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.GraphEditor;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Finds and replaces the weights of the layers of a graph, leaving biases, embeddings and
/// normalization parameters alone.
public final class LayerWeights {
    private LayerWeights() {}

    /// The constant weights of convolutions, matrix products and recurrent layers of the main
    /// graph, in its order. A constant that several layers share is listed for each.
    public static List<LayerWeight> find(Graph graph) {
        var found = new ArrayList<LayerWeight>();
        for (Node node : graph.nodes()) {
            for (int position : positions(graph, node)) {
                node.input(position)
                        .flatMap(value -> Constants.holder(graph, value))
                        .ifPresent(tensor ->
                                found.add(
                                        new LayerWeight(
                                                graph.layerName(node),
                                                node,
                                                position,
                                                tensor.name(),
                                                tensor)));
            }
        }
        return found;
    }

    /// Puts a tensor in place of the one that a holder of the graph holds.
    public static void replace(Graph graph, GraphEditor editor, String holder, Tensor tensor) {
        if (graph.initializers().containsKey(holder)) {
            editor.put(tensor.withName(holder));
            return;
        }
        var value = new Attribute("value", new TensorValue(tensor.withName("")));
        editor.mapNodes(node ->
                node.is("Constant") && node.outputs().contains(holder)
                        ? node.withAttributes(List.of(value))
                        : node);
    }

    private static int[] positions(Graph graph, Node node) {
        if (!node.isStandard()) {
            return new int[0];
        }
        return switch (node.opType()) {
            case "Conv", "ConvTranspose", "Gemm" -> new int[] {1};
            case "RNN", "GRU", "LSTM" -> new int[] {1, 2};
            case "MatMul" ->
                    new int[] {
                        node.input(1).flatMap(value -> Constants.holder(graph, value)).isPresent()
                                ? 1
                                : 0
                    };
            default -> new int[0];
        };
    }
}
