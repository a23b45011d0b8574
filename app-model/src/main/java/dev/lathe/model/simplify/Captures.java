package dev.lathe.model.simplify;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Changes graphs inside nodes.
public final class Captures {
    private Captures() {}

    /// A node whose subgraphs read values of the graphs around them under new names. The node's own
    /// inputs stay.
    public static Node rename(Node node, Map<String, String> names) {
        return mapSubgraphs(node, graph -> rename(graph, names));
    }

    /// A node with other graphs in place of its subgraphs.
    public static Node mapSubgraphs(Node node, UnaryOperator<Graph> change) {
        return node.withAttributes(
                node.attributes().stream().map(each -> mapped(each, change)).toList());
    }

    private static Attribute mapped(Attribute attribute, UnaryOperator<Graph> change) {
        return switch (attribute.value()) {
            case GraphValue(var graph) ->
                    new Attribute(
                            attribute.name(),
                            new GraphValue(change.apply(graph)),
                            attribute.extras());
            case GraphsValue(var graphs) ->
                    new Attribute(
                            attribute.name(),
                            new GraphsValue(graphs.stream().map(change).toList()),
                            attribute.extras());
            default -> attribute;
        };
    }

    private static Graph rename(Graph graph, Map<String, String> names) {
        var visible = new HashMap<>(names);
        visible.keySet().removeAll(graph.initializers().keySet());
        graph.inputs().forEach(input -> visible.remove(input.name()));
        graph.nodes().forEach(node -> visible.keySet().removeAll(node.outputs()));
        if (visible.isEmpty()) {
            return graph;
        }
        return graph.edit().mapNodes(node -> renamed(node, visible)).build();
    }

    private static Node renamed(Node node, Map<String, String> names) {
        List<String> inputs = node.inputs().stream().map(i -> names.getOrDefault(i, i)).toList();
        var changed = inputs.equals(node.inputs()) ? node : node.withInputs(inputs);
        return changed.subgraphs().isEmpty() ? changed : rename(changed, names);
    }
}
