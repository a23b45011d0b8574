package dev.lathe.model.opset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.shape.TestModel;
import java.util.List;
import java.util.Map;
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
        var inputs = List.of("x", "scale", "bias");
        var model = model(18, Node.of("g", "GroupNormalization", inputs, List.of("y")));

        assertThatThrownBy(() -> OpsetRaise.raise(model, 21))
                .isInstanceOf(RewriteException.class)
                .hasMessageContaining("GroupNormalization 'g' stands in the way");
    }

    @ParameterizedTest
    @CsvSource({"ReduceMean, 17, 18", "ReduceMax, 13, 21"})
    void givesReductionsTheirAxesAsInput(String operator, long from, long to) throws Exception {
        var axes = new Attribute("axes", new IntsValue(List.of(1L)));

        var graph = raise(from, to, Node.of("a", operator, List.of("x"), List.of("y"), axes));

        var node = graph.nodes().getFirst();
        assertThat(node.attributes()).isEmpty();
        assertThat(graph.constant(node.inputs().get(1)).orElseThrow().toLongs()).containsExactly(1);
    }

    @Test
    void countsTheOutputsOfASplitIntoEqualParts() throws Exception {
        var graph = raise(13, 18, Node.of("a", "Split", List.of("x"), List.of("y", "z")));

        assertThat(graph.nodes())
                .containsExactly(
                        Node.of(
                                "a",
                                "Split",
                                List.of("x"),
                                List.of("y", "z"),
                                Attribute.of("num_outputs", 2)));
    }

    @Test
    void makesAnUpsampleAResize() throws Exception {
        var graph = raise(9, 13, Node.of("up", "Upsample", List.of("x", "s"), List.of("y")));

        assertThat(graph.nodes())
                .containsExactly(
                        Node.of(
                                "up",
                                "Resize",
                                List.of("x", "", "s"),
                                List.of("y"),
                                Attribute.of("coordinate_transformation_mode", "asymmetric"),
                                Attribute.of("nearest_mode", "floor")));
    }

    @Test
    void raisesTheBodiesOfFunctions() throws Exception {
        var axes = new Attribute("axes", new IntsValue(List.of(1L)));
        var function =
                new LocalFunction(
                        "own",
                        "F",
                        "",
                        List.of("a"),
                        List.of("b"),
                        List.of(),
                        List.of(Node.of("s", "Squeeze", List.of("a"), List.of("b"), axes)),
                        Map.of("", 11L),
                        Extras.NONE);
        var model =
                model(11, Node.of("a", "Relu", List.of("x"), List.of("y")))
                        .withFunctions(List.of(function));

        var raised = OpsetRaise.raise(model, 13).model().functions().getFirst();

        assertThat(raised.opsets()).containsEntry("", 13L);
        assertThat(raised.nodes().stream().map(Node::opType))
                .containsExactly("Constant", "Squeeze");
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
