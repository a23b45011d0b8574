package dev.lathe.profiler.measure;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;

/// Gives every node of a model the name of its layer, so that what the runtime says of a node can
/// be told of the layer.
final class LayerNames {
    /// A model that is changed has to be written to a file again.
    private static final long MAX_BYTES = 512L << 20;

    private LayerNames() {}

    /// The model itself if its nodes have unique names, if it is too large to be written for this,
    /// or if it is of a format whose runtime tells nodes by their positions.
    static ModelGraph put(ModelGraph model) {
        var graph = model.graph();
        long bytes = graph.initializers().values().stream().mapToLong(Tensor::byteSize).sum();
        if (bytes > MAX_BYTES
                || model.header().format() == ModelFormat.TFLITE
                || graph.nodes().stream()
                        .allMatch(node -> graph.layerName(node).equals(node.name()))) {
            return model;
        }
        return model.withGraph(graph.edit().mapNodes(node -> named(node, graph)).build());
    }

    private static Node named(Node node, Graph graph) {
        return new Node(
                graph.layerName(node),
                node.opType(),
                node.domain(),
                node.inputs(),
                node.outputs(),
                node.attributes(),
                node.extras());
    }
}
