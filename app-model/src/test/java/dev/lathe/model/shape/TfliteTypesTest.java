package dev.lathe.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TfliteTypesTest {
    private static final long OPEN = -1;

    @Test
    void followsAFreeBatchThroughANetwork() {
        var model =
                model(
                        List.of(value("x", OPEN, 8, 8, 3)),
                        List.of(
                                value("c", OPEN, 4, 4, 8),
                                value("a", OPEN, 4, 4, 8),
                                value("r", OPEN, 128),
                                value("f", OPEN, 10)),
                        List.of(Tensor.ofFloats("w", new float[1280], 10, 128)),
                        node("CONV_2D", "c", "x"),
                        node("ADD", "a", "c", "c"),
                        node("RESHAPE", "r", "a"),
                        node("FULLY_CONNECTED", "f", "r", "w"));

        var free = ShapeInference.infer(model);
        var one = ShapeInference.infer(model, Map.of("x[0]", 5L));

        assertThat(free.shape("f"))
                .contains(new Shape(List.of(Dimension.of("x[0]"), Dimension.of(10))));
        assertThat(one.shape("c")).contains(Shape.of(5, 4, 4, 8));
        assertThat(one.shape("r")).contains(Shape.of(5, 128));
        assertThat(one.shape("f")).contains(Shape.of(5, 10));
    }

    @Test
    void turnsFreeSizesWithATranspose() {
        var model =
                model(
                        List.of(value("x", OPEN, 7, OPEN)),
                        List.of(value("t", OPEN, OPEN, 7)),
                        List.of(Tensor.ofInts("p", new int[] {2, 0, 1}, 3)),
                        node("TRANSPOSE", "t", "x", "p"));

        assertThat(ShapeInference.infer(model, Map.of("x[0]", 2L, "x[2]", 3L)).shape("t"))
                .contains(Shape.of(3, 2, 7));
    }

    @Test
    void doesNotGuessWhatASliceTakes() {
        var model =
                model(
                        List.of(value("x", OPEN, 7)),
                        List.of(value("s", OPEN, 7)),
                        List.of(),
                        node("STRIDED_SLICE", "s", "x"));

        assertThat(ShapeInference.infer(model, Map.of("x[0]", 2L)).shape("s"))
                .contains(new Shape(List.of(Dimension.UNKNOWN, Dimension.of(7))));
    }

    @Test
    void takesWhatIsStatedOfTensorsThatNothingComputes() {
        var model =
                model(
                        List.of(value("x", 1, 4)),
                        List.of(value("state", 1, 4), value("y", 1, 4)),
                        List.of(),
                        node("ADD", "y", "x", "state"));

        assertThat(ShapeInference.infer(model).shape("state")).contains(Shape.of(1, 4));
    }

    private static ModelGraph model(
            List<Value> inputs, List<Value> values, List<Tensor> constants, Node... nodes) {
        var opsets = new LinkedHashMap<String, Long>();
        opsets.put(ModelFormat.TFLITE_DOMAIN, 3L);
        return new ModelGraph(
                new ModelHeader(
                        ModelFormat.TFLITE, 3, opsets, "", "", "", 0, "", new LinkedHashMap<>()),
                new Graph(
                        "main", List.of(nodes), inputs, List.of(), values, constants, Extras.NONE));
    }

    private static Value value(String name, long... sizes) {
        var dimensions =
                Arrays.stream(sizes)
                        .mapToObj(size -> size < 0 ? Dimension.UNKNOWN : Dimension.of(size))
                        .toList();
        return new Value(name, new TensorType(DataType.FLOAT, new Shape(dimensions)));
    }

    private static Node node(String operator, String output, String... inputs) {
        return new Node(
                "",
                operator,
                ModelFormat.TFLITE_DOMAIN,
                List.of(inputs),
                List.of(output),
                List.of(),
                Extras.NONE);
    }
}
