package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// Small graphs for tests.
public final class Graphs {
    private Graphs() {}

    /// A graph from `x` to `y` with the given nodes.
    public static Graph of(List<Tensor> constants, Node... nodes) {
        return new Graph(
                "test",
                Arrays.asList(nodes),
                List.of(value("x")),
                List.of(value("y")),
                List.of(),
                constants,
                Extras.NONE);
    }

    public static ModelGraph model(Graph graph) {
        var opsets = new LinkedHashMap<String, Long>();
        opsets.put("", 17L);
        var header = new ModelHeader(8, opsets, "", "", "", 0, "", new LinkedHashMap<>());
        return new ModelGraph(header, graph);
    }

    /// `x → Conv → Relu → Conv → Add(Relu) → y`: two convolutions and a shortcut.
    public static Graph residual() {
        return of(
                List.of(
                        Tensor.ofFloats("w1", new float[8 * 3 * 9], 8, 3, 3, 3),
                        Tensor.ofFloats("w2", new float[8 * 8 * 9], 8, 8, 3, 3)),
                node("conv1", "Conv", "x w1", "a"),
                node("relu1", "Relu", "a", "b"),
                node("conv2", "Conv", "b w2", "c"),
                node("add", "Add", "c b", "y"));
    }

    /// A chain of so many Relu.
    public static Graph chain(int length) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < length; i++) {
            var from = i == 0 ? "x" : "v" + i;
            var to = i == length - 1 ? "y" : "v" + (i + 1);
            nodes.add(node("relu" + i, "Relu", from, to));
        }
        return of(List.of(), nodes.toArray(Node[]::new));
    }

    public static Node node(String name, String operator, String inputs, String outputs) {
        return Node.of(
                name, operator, List.of(inputs.split(" ", -1)), List.of(outputs.split(" ", -1)));
    }

    private static Value value(String name) {
        return new Value(name, new TensorType(DataType.FLOAT, Shape.of(1, 3, 8, 8)));
    }
}
