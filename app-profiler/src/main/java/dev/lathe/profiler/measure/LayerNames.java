package dev.lathe.profiler.measure;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;

/// Gives every node of a model the name of its layer, so that what the runtime says of a node can
/// be told of the layer.
final class LayerNames {
    private LayerNames() {}

    /// The model itself if its nodes have unique names.
    static ModelGraph put(ModelGraph model) {
        var graph = model.graph();
        if (graph.nodes().stream().allMatch(node -> graph.layerName(node).equals(node.name()))) {
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
