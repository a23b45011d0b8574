package dev.lathe.profiler.testing;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
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
import java.util.LinkedHashMap;
import java.util.List;

/// Small models made by hand.
public final class Models {
    private Models() {}

    /// `scores = x · 2`, float N×3 to N×3.
    public static ModelGraph doubling() {
        return doubling(Dimension.of("N"));
    }

    /// The same for just so many samples.
    public static ModelGraph doublingOf(int batch) {
        return doubling(Dimension.of(batch));
    }

    private static ModelGraph doubling(Dimension batch) {
        return model(
                List.of(Node.of("double", "Mul", List.of("x", "two"), List.of("scores"))),
                List.of(floats("x", batch, Dimension.of(3))),
                List.of(floats("scores", batch, Dimension.of(3))),
                List.of(Tensor.ofFloats("two", new float[] {2})));
    }

    /// `y = relu(x · w)` with `x` of 1×n and `w` of n×n: heavy enough to be timed.
    public static ModelGraph dense(int n) {
        var weights = new float[n * n];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (i * 31 % 17 - 8) / 100f;
        }
        return model(
                List.of(
                        Node.of("dense", "MatMul", List.of("x", "w"), List.of("product")),
                        Node.of("relu", "Relu", List.of("product"), List.of("y"))),
                List.of(floats("x", Dimension.of(1), Dimension.of(n))),
                List.of(floats("y", Dimension.of(1), Dimension.of(n))),
                List.of(Tensor.ofFloats("w", weights, n, n)));
    }

    /// Multiplies n×n matrices over and over for many seconds, within one run.
    public static ModelGraph endless() {
        var body =
                new Graph(
                        "body",
                        List.of(
                                Node.of("keep", "Identity", List.of("go"), List.of("goOn")),
                                Node.of("step", "MatMul", List.of("m", "m"), List.of("next"))),
                        List.of(
                                scalar("i", DataType.INT64),
                                scalar("go", DataType.BOOL),
                                floats("m", Dimension.of(256), Dimension.of(256))),
                        List.of(
                                scalar("goOn", DataType.BOOL),
                                floats("next", Dimension.of(256), Dimension.of(256))),
                        List.of(),
                        List.of(),
                        Extras.NONE);
        var loop =
                new Node(
                        "loop",
                        "Loop",
                        "",
                        List.of("trips", "", "x"),
                        List.of("y"),
                        List.of(
                                new Attribute(
                                        "body",
                                        new dev.lathe.model.graph.AttributeValue.GraphValue(body))),
                        Extras.NONE);
        return model(
                List.of(loop),
                List.of(floats("x", Dimension.of(256), Dimension.of(256))),
                List.of(floats("y", Dimension.of(256), Dimension.of(256))),
                List.of(Tensor.ofLongs("trips", new long[] {100_000_000L})));
    }

    /// A model whose only node is of an operator that no runtime has.
    public static ModelGraph unknownOperator() {
        return model(
                List.of(Node.of("odd", "Frobnicate", List.of("x"), List.of("y"))),
                List.of(floats("x", Dimension.of(1))),
                List.of(floats("y", Dimension.of(1))),
                List.of());
    }

    public static ModelGraph model(
            List<Node> nodes, List<Value> inputs, List<Value> outputs, List<Tensor> constants) {
        var opsets = new LinkedHashMap<String, Long>();
        opsets.put("", 17L);
        var header = new ModelHeader(8, opsets, "test", "1", "", 1, "", new LinkedHashMap<>());
        return new ModelGraph(
                header,
                new Graph(
                        "made by hand",
                        new ArrayList<>(nodes),
                        inputs,
                        outputs,
                        List.of(),
                        constants,
                        Extras.NONE));
    }

    public static Value floats(String name, Dimension... dimensions) {
        return new Value(name, new TensorType(DataType.FLOAT, new Shape(List.of(dimensions))));
    }

    private static Value scalar(String name, DataType type) {
        return new Value(name, new TensorType(type, Shape.SCALAR));
    }
}
