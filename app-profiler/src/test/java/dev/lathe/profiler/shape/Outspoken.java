package dev.lathe.profiler.shape;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Prepares models so that ONNX Runtime, when it saves them, writes down all that it infers.
///
/// It states the types of those values only that the file has an entry for, and only when it had to
/// change the graph. So every value gets an entry without a type, and the model a float16 node
/// without a float16 kernel, which the runtime has to put casts around.
final class Outspoken {
    private static final String PROBE = "lathe_probe";

    private Outspoken() {}

    /// The model with an entry for every value.
    static ModelGraph of(ModelGraph model) {
        var graph = outspoken(model.graph());
        var editor = graph.edit();
        editor.put(
                Tensor.of(
                        PROBE, DataType.FLOAT16, List.of(1L), MemorySegment.ofArray(new byte[2])));
        editor.nodes().add(Node.of("", "Softsign", List.of(PROBE), List.of(PROBE + "ed")));
        return model.withGraph(editor.build());
    }

    /// The model with no shape stated of any value that a node produces.
    static ModelGraph withoutStatements(ModelGraph model) {
        return model.withGraph(silent(model.graph()));
    }

    private static Graph outspoken(Graph graph) {
        var values = new ArrayList<>(graph.values().values());
        var named = new HashSet<>(graph.values().keySet());
        graph.outputs().forEach(output -> named.add(output.name()));
        var nodes = inside(graph, Outspoken::outspoken);
        for (Node node : nodes) {
            for (String output : node.outputs()) {
                if (!output.isEmpty() && named.add(output)) {
                    values.add(new Value(output, Optional.empty(), Extras.NONE));
                }
            }
        }
        return rebuilt(graph, nodes, graph.outputs(), values);
    }

    private static Graph silent(Graph graph) {
        var outputs = new ArrayList<Value>();
        for (Value output : graph.outputs()) {
            outputs.add(
                    output.tensorType()
                            .map(type ->
                                    new Value(
                                            output.name(),
                                            new TensorType(type.element(), Optional.empty())))
                            .orElse(output));
        }
        return rebuilt(graph, inside(graph, Outspoken::silent), outputs, List.of());
    }

    private static Graph rebuilt(
            Graph graph, List<Node> nodes, List<Value> outputs, List<Value> values) {
        return new Graph(
                graph.name(),
                nodes,
                graph.inputs(),
                outputs,
                values,
                graph.initializers().values(),
                graph.extras());
    }

    private static List<Node> inside(Graph graph, UnaryOperator<Graph> change) {
        var nodes = new ArrayList<Node>();
        for (Node node : graph.nodes()) {
            var attributes = new ArrayList<Attribute>();
            for (Attribute attribute : node.attributes()) {
                attributes.add(
                        attribute.value() instanceof GraphValue(var inner)
                                ? new Attribute(
                                        attribute.name(),
                                        new GraphValue(change.apply(inner)),
                                        attribute.extras())
                                : attribute);
            }
            nodes.add(node.subgraphs().isEmpty() ? node : node.withAttributes(attributes));
        }
        return nodes;
    }
}
