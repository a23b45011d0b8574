package dev.lathe.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreeDimensionsTest {
    private static final ModelGraph MODEL =
            TestModel.ofOpset(17)
                    .input("ids", "batch ? 8")
                    .input("mask", "batch 4")
                    .node(Node.of("", "Relu", List.of("ids"), List.of("y")))
                    .stated("y", "batch length 8")
                    .output("y", "batch length 8")
                    .build();

    private static Map<String, Long> resolve(String name, long size) throws DimensionException {
        return FreeDimensions.of(MODEL).resolve(Map.of(name, size));
    }

    @Test
    void namesEachDimensionAndItsPlaces() {
        assertThat(FreeDimensions.of(MODEL).all())
                .extracting(FreeDimension::name)
                .containsExactly("batch", "ids[1]");
        assertThat(FreeDimensions.of(MODEL).all())
                .extracting(FreeDimension::description)
                .containsExactly("batch (ids:0, mask:0)", "ids:1");
    }

    @Test
    void takesSymbolsAndPlaces() throws DimensionException {
        assertThat(resolve("batch", 2)).containsExactly(Map.entry("batch", 2L));
        assertThat(resolve("mask:0", 2)).containsExactly(Map.entry("batch", 2L));
        assertThat(resolve("ids:1", 5)).containsExactly(Map.entry("ids[1]", 5L));
        assertThat(resolve("ids[1]", 5)).containsExactly(Map.entry("ids[1]", 5L));
    }

    @Test
    void listsTheNamesThatThereAre() {
        assertThatThrownBy(() -> resolve("seq", 2))
                .isInstanceOf(DimensionException.class)
                .hasMessage(
                        "Cannot set dimension 'seq': the model's inputs have no such free dimension;"
                                + " there are batch (ids:0, mask:0), ids:1");
    }

    @Test
    void refusesWhatContradicts() {
        assertThatThrownBy(() -> resolve("mask:1", 5)).hasMessageContaining("states that it is 4");
        assertThatThrownBy(() -> resolve("batch", -1)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> FreeDimensions.of(MODEL).resolve(Map.of("batch", 2L, "ids:0", 3L)))
                .hasMessageContaining("it is one dimension");
    }

    @Test
    void statesTheSizesEverywhere() throws DimensionException {
        var bound = DimensionBinding.apply(MODEL, Map.of("batch", 2L, "ids:1", 5L)).graph();

        assertThat(bound.inputs())
                .extracting(input -> input.shape().map(Shape::toString).orElse(""))
                .containsExactly("2×5×8", "2×4");
        assertThat(bound.outputs().getFirst().shape()).contains(Shape.of(2, 5, 8));
        assertThat(bound.values().values())
                .extracting(Value::shape)
                .containsExactly(Optional.of(Shape.of(2, 5, 8)));
    }

    @Test
    void keepsSymbolsThatStayFree() throws DimensionException {
        var bound = DimensionBinding.apply(MODEL, Map.of("batch", 2L)).graph();

        assertThat(bound.outputs().getFirst().shape()).hasToString("Optional[2×length×8]");
    }

    @Test
    void reachesIntoSubgraphs() throws DimensionException {
        var branch =
                TestModel.ofOpset(17)
                        .node(Node.of("", "Relu", List.of("x"), List.of("r")))
                        .output("r", "n 3")
                        .graph();
        var choice =
                Node.of(
                        "",
                        "If",
                        List.of("condition"),
                        List.of("y"),
                        new Attribute("then_branch", new GraphValue(branch)),
                        new Attribute("else_branch", new GraphValue(branch)));
        var model =
                TestModel.ofOpset(17)
                        .input("x", "n 3")
                        .input("condition", DataType.BOOL, "")
                        .node(choice)
                        .build();

        var bound = DimensionBinding.apply(model, Map.of("n", 7L));

        assertThat(bound.graph().nodes().getFirst().subgraphs())
                .flatMap(graph -> graph.outputs())
                .extracting(Value::shape)
                .allSatisfy(shape -> assertThat(shape).hasToString("Optional[7×3]"));
    }
}
