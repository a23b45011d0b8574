package dev.lathe.model.opset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.shape.TestModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpsetRaiseTest {

    @Test
    void keepsANewEnoughModel() throws RewriteException {
        var model = model(13, Node.of("a", "Relu", List.of("x"), List.of("y")));

        var raised = OpsetRaise.raise(model, 13);

        assertThat(raised.model()).isSameAs(model);
        assertThat(raised.notes()).isEmpty();
    }

    @Test
    void statesTheNewVersion() throws RewriteException {
        var model = model(9, Node.of("a", "Relu", List.of("x"), List.of("y")));

        var raised = OpsetRaise.raise(model, 13);

        assertThat(raised.model().header().opset()).isEqualTo(13);
        assertThat(raised.notes()).containsExactly("The operator set was raised from 9 to 13.");
    }

    @ParameterizedTest
    @CsvSource({"Squeeze, axes", "Unsqueeze, axes", "ReduceSum, axes", "Split, split"})
    void turnsAnAttributeIntoAnInput(String operator, String name) throws RewriteException {
        var attribute = new Attribute(name, new IntsValue(List.of(1L)));

        var graph = raise(12, 13, Node.of("a", operator, List.of("x"), List.of("y"), attribute));

        var node = graph.nodes().getFirst();
        assertThat(node.attributes()).isEmpty();
        assertThat(graph.constant(node.inputs().get(1)).orElseThrow().toLongs()).containsExactly(1);
    }

    @Test
    void givesAClipItsBoundsAsInputs() throws RewriteException {
        var node = Node.of("a", "Clip", List.of("x"), List.of("y"), Attribute.of("max", 6f));

        var graph = raise(7, 11, node);

        var inputs = graph.nodes().getFirst().inputs();
        assertThat(inputs).hasSize(3);
        assertThat(inputs.get(1)).isEmpty();
        assertThat(graph.constant(inputs.get(2)).orElseThrow().toFloats()).containsExactly(6f);
    }

    @Test
    void keepsASoftmaxOverTheLastAxis() throws RewriteException {
        var graph = raise(9, 13, Node.of("a", "Softmax", List.of("x"), List.of("y")));

        assertThat(graph.nodes())
                .containsExactly(
                        Node.of(
                                "a",
                                "Softmax",
                                List.of("x"),
                                List.of("y"),
                                Attribute.of("axis", -1)));
    }

    @Test
    void foldsTheInputOfASoftmaxOverSeveralAxes() throws RewriteException {
        var model =
                TestModel.ofOpset(9)
                        .input("x", "1 2 3")
                        .node(Node.of("a", "Softmax", List.of("x"), List.of("y")))
                        .output("y", "1 2 3")
                        .build();

        var graph = OpsetRaise.raise(model, 13).model().graph();

        assertThat(graph.nodes().stream().map(Node::opType))
                .containsExactly("Flatten", "Softmax", "Shape", "Reshape");
    }

    @Test
    void refusesWhatItCannotRaise() {
        var model = model(9, Node.of("up", "Upsample", List.of("x", "s"), List.of("y")));

        assertThatThrownBy(() -> OpsetRaise.raise(model, 13))
                .isInstanceOf(RewriteException.class)
                .hasMessageContaining("Upsample 'up' stands in the way");
    }

    @Test
    void refusesVeryOldModels() {
        var model = model(6, Node.of("a", "Relu", List.of("x"), List.of("y")));

        assertThatThrownBy(() -> OpsetRaise.raise(model, 13))
                .isInstanceOf(RewriteException.class)
                .hasMessageContaining("from 6 to 13");
    }

    private static Graph raise(long from, long to, Node node) throws RewriteException {
        return OpsetRaise.raise(model(from, node), to).model().graph();
    }

    private static ModelGraph model(long opset, Node node) {
        return TestModel.ofOpset(opset).input("x", "1 2").node(node).output("y", "1 2").build();
    }
}
