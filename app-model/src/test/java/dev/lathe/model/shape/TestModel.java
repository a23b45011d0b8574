package dev.lathe.model.shape;

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
import java.util.Map;

/// Builds small models to infer.
public final class TestModel {
    private final long opset;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Value> inputs = new ArrayList<>();
    private final List<Value> stated = new ArrayList<>();
    private final List<Value> outputs = new ArrayList<>();
    private final List<Tensor> constants = new ArrayList<>();

    private TestModel(long opset) {
        this.opset = opset;
    }

    /// A model of a version of the standard operators.
    public static TestModel ofOpset(long opset) {
        return new TestModel(opset);
    }

    /// A shape from text: sizes, symbols and `?`, separated by blanks.
    public static Shape shape(String text) {
        var dimensions = new ArrayList<Dimension>();
        for (String part : text.isBlank() ? new String[0] : text.trim().split(" +", -1)) {
            dimensions.add(
                    part.equals("?")
                            ? Dimension.UNKNOWN
                            : part.chars().allMatch(Character::isDigit)
                                    ? Dimension.of(Long.parseLong(part))
                                    : Dimension.of(part));
        }
        return new Shape(dimensions);
    }

    public TestModel input(String name, DataType type, String shape) {
        inputs.add(new Value(name, new TensorType(type, shape(shape))));
        return this;
    }

    public TestModel input(String name, String shape) {
        return input(name, DataType.FLOAT, shape);
    }

    public TestModel stated(String name, String shape) {
        stated.add(new Value(name, new TensorType(DataType.FLOAT, shape(shape))));
        return this;
    }

    public TestModel output(String name, String shape) {
        outputs.add(new Value(name, new TensorType(DataType.FLOAT, shape(shape))));
        return this;
    }

    public TestModel constant(Tensor tensor) {
        constants.add(tensor);
        return this;
    }

    /// A float constant of zeros.
    public TestModel weight(String name, long... sizes) {
        long count = 1;
        for (long size : sizes) {
            count *= size;
        }
        return constant(Tensor.ofFloats(name, new float[(int) count], sizes));
    }

    /// A vector of integers.
    public TestModel ints(String name, long... elements) {
        return constant(Tensor.ofLongs(name, elements, elements.length));
    }

    public TestModel node(Node node) {
        nodes.add(node);
        return this;
    }

    public Graph graph() {
        return new Graph("test", nodes, inputs, outputs, stated, constants, Extras.NONE);
    }

    public ModelGraph build() {
        var opsets = new LinkedHashMap<>(Map.of("", opset));
        opsets.put("com.microsoft", 1L);
        var header = new ModelHeader(8, opsets, "test", "1", "", 1, "", new LinkedHashMap<>());
        return new ModelGraph(header, graph());
    }

    public InferredTypes infer() {
        return ShapeInference.infer(build());
    }

    /// The inferred type of a value as text: `float32 1×3×?`.
    public String infer(String value) {
        return infer().tensorType(value)
                .map(t ->
                        (t.element().label()
                                        + " "
                                        + t.shape().map(Shape::toString).orElse("unknown"))
                                .trim())
                .orElse("unknown");
    }
}
