package dev.lathe.export.pack;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.run.ModelRunner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Multiplies the elements of `x` by a factor and calls the result `y`, as its own model does when
/// the factor is 2.
record DoublingRunner(float factor) implements ModelRunner {

    /// A model with one free and two fixed dimensions, `y = 2 x`.
    static ModelGraph model() {
        var opsets = new LinkedHashMap<String, Long>();
        opsets.put("", 17L);
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("license", "MIT");
        var shape = new Shape(List.of(Dimension.of("batch"), Dimension.of(2), Dimension.of(3)));
        var type = new TensorType(DataType.FLOAT, shape);
        var graph =
                new Graph(
                        "g",
                        List.of(Node.of("double", "Mul", List.of("x", "two"), List.of("y"))),
                        List.of(new Value("x", type)),
                        List.of(new Value("y", type)),
                        List.of(),
                        List.of(Tensor.ofFloats("two", new float[] {2})),
                        Extras.NONE);
        return new ModelGraph(new ModelHeader(8, opsets, "test", "1", "", 1, "", metadata), graph);
    }

    /// The same model, but for its constant, which is in a file that is not there.
    static ModelGraph withoutWeights() {
        var whole = model();
        var two = Objects.requireNonNull(whole.graph().initializers().get("two"));
        var missing = new Missing("weights.bin", 0, 4, "there is no such file");
        var tensor = new Tensor("two", two.type(), two.sizes(), missing, Extras.NONE);
        return whole.withGraph(
                graph(whole.graph().nodes(), whole.graph().inputs().getFirst(), List.of(tensor)));
    }

    /// A model that gives back its input, both dimensions of which are free.
    static ModelGraph free() {
        var shape = new Shape(List.of(Dimension.UNKNOWN, Dimension.of("length")));
        var value = new Value("x", new TensorType(DataType.FLOAT, shape));
        return model().withGraph(graph(List.of(), value, List.of()));
    }

    private static Graph graph(List<Node> nodes, Value value, List<Tensor> constants) {
        return new Graph(
                "g", nodes, List.of(value), List.of(value), List.of(), constants, Extras.NONE);
    }

    @Override
    public Session open(ModelGraph model) {
        return new Session() {
            @Override
            public Map<String, Tensor> run(Map<String, Tensor> inputs) {
                var x = Objects.requireNonNull(inputs.get("x"));
                float[] elements = x.toFloats();
                for (int i = 0; i < elements.length; i++) {
                    elements[i] *= factor;
                }
                return Map.of("y", Tensor.ofFloats("y", elements, x.sizeStream().toArray()));
            }

            @Override
            public void close() {}
        };
    }
}
