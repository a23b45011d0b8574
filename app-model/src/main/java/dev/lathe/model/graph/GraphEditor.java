package dev.lathe.model.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Collects changes to a graph and builds the changed one. Not thread-safe.
public final class GraphEditor {
    private final Graph original;
    private final List<Node> nodes;
    private final List<Value> inputs;
    private final List<Value> outputs;
    private final LinkedHashMap<String, Value> values;
    private final LinkedHashMap<String, Tensor> initializers;
    private final Set<String> names = new HashSet<>();

    GraphEditor(Graph original) {
        this.original = original;
        this.nodes = new ArrayList<>(original.nodes());
        this.inputs = new ArrayList<>(original.inputs());
        this.outputs = new ArrayList<>(original.outputs());
        this.values = new LinkedHashMap<>(original.values());
        this.initializers = new LinkedHashMap<>(original.initializers());
    }

    /// The nodes as they are now; changes to this list are changes to the graph.
    public List<Node> nodes() {
        return nodes;
    }

    /// The declared inputs as they are now; changes to this list are changes to the graph.
    public List<Value> inputs() {
        return inputs;
    }

    /// The outputs as they are now; changes to this list are changes to the graph.
    public List<Value> outputs() {
        return outputs;
    }

    /// Puts other nodes in place of all.
    public GraphEditor replaceNodes(Collection<Node> others) {
        var copy = List.copyOf(others);
        nodes.clear();
        nodes.addAll(copy);
        return this;
    }

    /// Changes every node.
    public GraphEditor mapNodes(UnaryOperator<Node> change) {
        nodes.replaceAll(change);
        return this;
    }

    /// Adds a constant, or puts it in place of the one with its name.
    public GraphEditor put(Tensor initializer) {
        initializers.put(initializer.name(), initializer);
        return this;
    }

    /// Removes a constant, also from the declared inputs.
    public GraphEditor removeInitializer(String name) {
        initializers.remove(name);
        inputs.removeIf(input -> input.name().equals(name));
        return this;
    }

    /// States the type of an inner value.
    public GraphEditor put(Value value) {
        values.put(value.name(), value);
        return this;
    }

    /// Forgets the stated type of an inner value.
    public GraphEditor removeValue(String name) {
        values.remove(name);
        return this;
    }

    /// A name for a value or node that nothing in the graph has, made from the wanted one.
    public String freshName(String wanted) {
        if (names.isEmpty()) {
            collectNames(original);
        }
        var name = wanted;
        for (int i = 1; !names.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /// The changed graph.
    public Graph build() {
        return new Graph(
                original.name(),
                nodes,
                inputs,
                outputs,
                values.values(),
                initializers.values(),
                original.extras());
    }

    private void collectNames(Graph graph) {
        graph.inputs().forEach(value -> names.add(value.name()));
        names.addAll(graph.initializers().keySet());
        for (Node node : graph.nodes()) {
            names.add(node.name());
            names.addAll(node.outputs());
            node.subgraphs().forEach(this::collectNames);
        }
    }
}
