package dev.lathe.model.onnx;

import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.AttributeValue.TensorsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Every tensor of a model: initializers and attributes, also in subgraphs and functions.
final class ModelTensors {
    private ModelTensors() {}

    static List<Tensor> all(ModelGraph model) {
        var tensors = new ArrayList<Tensor>();
        collect(model.graph(), tensors);
        model.furtherGraphs().forEach(graph -> collect(graph, tensors));
        model.functions().forEach(function -> collect(function.nodes(), tensors));
        return tensors;
    }

    private static void collect(Graph graph, List<Tensor> tensors) {
        tensors.addAll(graph.initializers().values());
        collect(graph.nodes(), tensors);
    }

    private static void collect(List<Node> nodes, List<Tensor> tensors) {
        for (Node node : nodes) {
            for (var attribute : node.attributes()) {
                switch (attribute.value()) {
                    case TensorValue(var tensor) -> tensors.add(tensor);
                    case TensorsValue(var list) -> tensors.addAll(list);
                    default -> {} // the other kinds hold no tensor of their own
                }
            }
            node.subgraphs().forEach(graph -> collect(graph, tensors));
        }
    }
}
