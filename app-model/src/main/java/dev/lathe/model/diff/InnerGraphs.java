package dev.lathe.model.diff;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// The graphs inside nodes.
final class InnerGraphs {
    private InnerGraphs() {}

    /// Whether an attribute holds a graph, not the body of a function.
    static boolean isHeld(Scope scope) {
        var name = attribute(scope);
        return scope.holder().stream()
                .flatMap(holder -> holder.attributes().stream())
                .anyMatch(attribute -> attribute.name().equals(name) && isGraph(attribute.value()));
    }

    /// The path of the difference of a graph inside a node.
    static String diffPath(String outer, NodeDiff node, Scope scope) {
        if (!isHeld(scope)) {
            var holder = scope.holder().orElseThrow();
            return "function " + holder.domain() + "." + holder.opType();
        }
        var label = scope.label().replace("[", "/").replace("]", "");
        return (outer.isEmpty() ? "" : outer + "/") + node.name() + "/" + label;
    }

    /// A node with another graph in the place of one that it holds.
    static Node replace(Node node, Scope scope, Graph other) {
        var name = attribute(scope);
        var attributes = new ArrayList<Attribute>();
        for (Attribute attribute : node.attributes()) {
            attributes.add(
                    attribute.name().equals(name)
                            ? new Attribute(
                                    name,
                                    replace(attribute.value(), scope, other),
                                    attribute.extras())
                            : attribute);
        }
        return node.withAttributes(attributes);
    }

    /// What is known of the types in a copy of a graph whose inner graphs are copies, too.
    @SuppressWarnings("IdentityHashMapUsage") // two equal branches are still two places
    static InferredTypes moved(Graph from, Graph to, InferredTypes types) {
        var inside = new IdentityHashMap<>(types.subgraphs());
        var calls = new IdentityHashMap<>(types.calls());
        for (int i = 0; i < from.nodes().size(); i++) {
            var node = from.nodes().get(i);
            var copy = to.nodes().get(i);
            moveInside(node, copy, types, inside);
            types.call(node).ifPresent(call -> calls.put(copy, call));
        }
        return new InferredTypes(types.types(), types.integers(), inside, calls);
    }

    /// Adds what is known of the graphs in a node for the graphs in a copy of it.
    static void moveInside(
            Node node,
            Node copy,
            InferredTypes types,
            IdentityHashMap<Graph, InferredTypes> inside) {
        List<Graph> ours = node.subgraphs();
        List<Graph> others = copy.subgraphs();
        for (int i = 0; i < ours.size(); i++) {
            inside.put(others.get(i), moved(ours.get(i), others.get(i), types.inside(ours.get(i))));
        }
    }

    private static boolean isGraph(AttributeValue value) {
        return value instanceof GraphValue || value instanceof GraphsValue;
    }

    private static AttributeValue replace(AttributeValue value, Scope scope, Graph other) {
        if (!(value instanceof GraphsValue(var graphs))) {
            return new GraphValue(other);
        }
        var label = scope.label();
        int index =
                Integer.parseInt(label.substring(label.lastIndexOf('[') + 1, label.length() - 1));
        var all = new ArrayList<>(graphs);
        all.set(index, other);
        return new GraphsValue(all);
    }

    private static String attribute(Scope scope) {
        int bracket = scope.label().indexOf('[');
        return bracket < 0 ? scope.label() : scope.label().substring(0, bracket);
    }
}
