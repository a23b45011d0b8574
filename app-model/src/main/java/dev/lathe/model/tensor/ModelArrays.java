package dev.lathe.model.tensor;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.outline.Scope;

/// Collects the constants of a graph for one file: initializers and Constant nodes under their
/// names, those of graphs inside others under the way there: `If_0 › then_branch › w`.
public final class ModelArrays {
    private final NpzFile file = new NpzFile();

    private ModelArrays() {}

    /// The constants of a graph and of all graphs in it.
    public static NpzFile of(Graph graph) {
        var arrays = new ModelArrays();
        arrays.add("", graph);
        return arrays.file;
    }

    private void add(String way, Graph graph) {
        graph.initializers().forEach((name, tensor) -> file.add(way + name, tensor));
        for (Node node : graph.nodes()) {
            if (node.is("Constant") && !node.outputs().isEmpty()) {
                var name = node.outputs().getFirst();
                graph.constant(name).ifPresent(tensor -> file.add(way + name, tensor));
            }
            for (Attribute attribute : node.attributes()) {
                var inside = way + graph.layerName(node) + Scope.SEPARATOR + attribute.name();
                switch (attribute.value()) {
                    case GraphValue(var held) -> add(inside + Scope.SEPARATOR, held);
                    case GraphsValue(var held) -> {
                        for (int i = 0; i < held.size(); i++) {
                            add(inside + "[" + i + "]" + Scope.SEPARATOR, held.get(i));
                        }
                    }
                    default -> {}
                }
            }
        }
    }
}
