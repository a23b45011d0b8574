package dev.lathe.model.quantize;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.GraphEditor;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes a changed graph node by node, with fresh names and stated types for what is new.
final class GraphWriter {
    private final Graph graph;
    private final InferredTypes types;
    private final GraphEditor editor;
    private final List<Node> nodes = new ArrayList<>();

    GraphWriter(Graph graph, InferredTypes types) {
        this.graph = graph;
        this.types = types;
        this.editor = graph.edit();
    }

    /// The graph as it was.
    Graph original() {
        return graph;
    }

    /// The graph with the nodes and constants that were written.
    Graph build() {
        return editor.replaceNodes(nodes).build();
    }

    /// Writes a node as it is.
    void add(Node node) {
        nodes.add(node);
    }

    /// Writes a node whose name is made fresh.
    void add(
            String name,
            String operator,
            List<String> inputs,
            List<String> outputs,
            Attribute... attributes) {
        nodes.add(Node.of(editor.freshName(name), operator, inputs, outputs, attributes));
    }

    /// Forgets the type of a value that is no longer there.
    void remove(String value) {
        editor.removeValue(value);
    }

    /// A new value of a type, with the name made fresh.
    String value(String name, DataType type, Optional<Shape> shape) {
        var fresh = editor.freshName(name);
        editor.put(new Value(fresh, new TensorType(type, shape)));
        return fresh;
    }

    /// A new constant, with the name made fresh.
    String constant(String name, Function<String, Tensor> tensor) {
        var fresh = editor.freshName(name);
        editor.put(tensor.apply(fresh));
        return fresh;
    }

    /// The shape of one of the graph's values, if it is known.
    Optional<Shape> shapeOf(String value) {
        return types.shape(value);
    }

    /// What new values of a layer are named after: the layer's own name or its output.
    static String nameOf(Node node) {
        return node.name().isEmpty() ? node.outputs().getFirst() : node.name();
    }

    /// The node's own name, or a fresh one for a node without.
    String keptName(Node node) {
        return node.name().isEmpty() ? editor.freshName(nameOf(node) + "_node") : node.name();
    }
}
