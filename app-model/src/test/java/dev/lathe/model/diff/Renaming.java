package dev.lathe.model.diff;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives every value another name and takes the names of the nodes away.
final class Renaming {
    private final Map<String, String> names = new HashMap<>();

    private Renaming() {}

    static ModelGraph of(ModelGraph model) {
        return model.withGraph(new Renaming().rename(model.graph()));
    }

    private Graph rename(Graph graph) {
        return new Graph(
                "",
                graph.nodes().stream().map(this::rename).toList(),
                values(graph.inputs()),
                values(graph.outputs()),
                values(graph.values().values()),
                graph.initializers().values().stream()
                        .map(tensor -> tensor.withName(rename(tensor.name())))
                        .toList(),
                graph.extras());
    }

    private List<Value> values(java.util.Collection<Value> values) {
        return values.stream()
                .map(value ->
                        new Value(
                                rename(value.name()),
                                value.type(),
                                value.quantization(),
                                value.extras()))
                .toList();
    }

    private Node rename(Node node) {
        var attributes =
                node.attributes().stream()
                        .map(attribute ->
                                attribute.value() instanceof GraphValue(var graph)
                                        ? new Attribute(
                                                attribute.name(),
                                                new GraphValue(rename(graph)),
                                                attribute.extras())
                                        : attribute)
                        .toList();
        return new Node(
                "",
                node.opType(),
                node.domain(),
                node.inputs().stream().map(this::rename).toList(),
                node.outputs().stream().map(this::rename).toList(),
                attributes,
                node.extras());
    }

    private String rename(String name) {
        return name.isEmpty() ? "" : names.computeIfAbsent(name, _ -> "n" + names.size());
    }
}
