package dev.lathe.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergedModelTest {

    @Test
    void aMergeOfAModelWithItselfIsTheModel() throws Exception {
        var model = model(conv("x", "c"), relu("relu", "c", "y"));

        var merged = merge(model, model);

        assertThat(merged.model().graph()).isEqualTo(model.graph());
        assertThat(merged.nodes()).extracting(MergedNode::change).containsOnly(Change.SAME);
    }

    @Test
    void aRemovedNodeStaysBetweenItsNeighbours() throws Exception {
        var before = model(conv("x", "c"), relu("relu", "c", "r"), node("tail", "Tanh", "r", "y"));
        var after = model(conv("x", "c"), node("tail", "Tanh", "c", "y"));

        var merged = merge(before, after);

        var graph = merged.model().graph();
        assertThat(graph.nodes()).extracting(Node::name).containsExactly("conv", "relu", "tail");
        assertThat(graph.node("relu").orElseThrow().inputs()).containsExactly("c");
        assertThat(graph.node("tail").orElseThrow().inputs()).containsExactly("c", "r");
        assertThat(changes(merged)).containsExactly(Change.SAME, Change.REMOVED, Change.CHANGED);
    }

    @Test
    void aRemovedNodeAndAnotherOfItsNameAndOutputAreTwo() throws Exception {
        var before = model(conv("x", "c"), relu("last", "c", "y"));
        var after = model(conv("x", "c"), node("last", "Softmax", "c", "y"));

        var merged = merge(before, after);

        var names = merged.model().graph().nodes().stream().map(Node::name).toList();
        if (merged.nodes().size() == 3) {
            assertThat(names).containsExactlyInAnyOrder("conv", "last", "last (before)");
        } else {
            assertThat(changes(merged)).containsExactly(Change.SAME, Change.CHANGED);
        }
    }

    @Test
    void aNodeThatMovedInFrontOfWhatItReadMakesNoCycle() throws Exception {
        // before: a → gone → b; after: b → a
        var before =
                model(
                        node("a", "Sin", "x", "va"),
                        node("gone", "Erf", "va", "vg"),
                        node("b", "Cos", "vg", "y"));
        var after = model(node("b", "Cos", "x", "vb"), node("a", "Sin", "vb", "y"));

        var merged = merge(before, after);

        assertThat(merged.unwired()).isEqualTo(1);
        assertInOrder(merged.model().graph());
    }

    @Test
    void removedConstantsInputsAndOutputsAreKept() throws Exception {
        var before =
                onnx(
                        new Graph(
                                "g",
                                List.of(
                                        conv("x", "y"),
                                        Node.of("add", "Add", List.of("z", "w"), List.of("sum"))),
                                List.of(value("x"), value("z")),
                                List.of(value("y"), value("sum")),
                                List.of(),
                                List.of(Tensor.ofFloats("w", new float[] {1}, 1)),
                                Extras.NONE));
        var after = model(conv("x", "y"));

        var graph = merge(before, after).model().graph();

        assertThat(graph.inputs()).extracting(Value::name).containsExactly("x", "z");
        assertThat(graph.outputs()).extracting(Value::name).containsExactly("y", "sum");
        assertThat(graph.initializers()).containsOnlyKeys("w");
    }

    @Test
    void aChangedWeightIsAChangeOfWhoReadsIt() throws Exception {
        var merged = merge(weighted(1), weighted(2));

        var node = merged.nodes().getFirst();
        assertThat(node.change()).isEqualTo(Change.CHANGED);
        assertThat(node.node().change()).isEqualTo(Change.SAME);
        assertThat(node.weights()).extracting(TensorDiff::name).containsExactly("w");
        assertThat(merged.loose()).isEmpty();
    }

    @Test
    void graphsInsideNodesAreMergedToo() throws Exception {
        var before = branching(node("in1", "Sin", "x", "i"), relu("in2", "i", "o"));
        var after = branching(node("in1", "Sin", "x", "o"));

        var merged = merge(before, after);

        var branch =
                (GraphValue)
                        merged.model()
                                .graph()
                                .node("if")
                                .orElseThrow()
                                .attribute("then_branch")
                                .orElseThrow();
        assertThat(branch.value().nodes()).extracting(Node::name).containsExactly("in1", "in2");
        assertThat(merged.nodes())
                .extracting(MergedNode::id)
                .containsExactly("if", "if › then_branch › in1", "if › then_branch › in2");
        assertThat(merged.nodes().getLast().before()).contains("if › then_branch › in2");
        assertThat(merged.nodes().getLast().after()).isEmpty();
    }

    private static void assertInOrder(Graph graph) {
        assertThat(graph.topologicalOrder()).isEqualTo(graph.nodes());
    }

    private static List<Change> changes(MergedModel merged) {
        return merged.nodes().stream().map(MergedNode::change).toList();
    }

    private static MergedModel merge(ModelGraph before, ModelGraph after) throws Exception {
        return MergedModel.of(
                ModelDiff.of(before, after, Progress.NONE),
                new MergedModel.Typed(before, InferredTypes.NONE),
                new MergedModel.Typed(after, InferredTypes.NONE),
                Progress.NONE);
    }

    private static ModelGraph branching(Node... inner) {
        var branch =
                new Graph(
                        "then",
                        List.of(inner),
                        List.of(),
                        List.of(value("o")),
                        List.of(),
                        List.of(),
                        Extras.NONE);
        return model(
                Node.of(
                        "if",
                        "If",
                        List.of("x"),
                        List.of("y"),
                        new Attribute("then_branch", new GraphValue(branch))));
    }

    private static ModelGraph weighted(float weight) {
        return onnx(
                new Graph(
                        "g",
                        List.of(Node.of("mul", "Mul", List.of("x", "w"), List.of("y"))),
                        List.of(value("x")),
                        List.of(value("y")),
                        List.of(),
                        List.of(Tensor.ofFloats("w", new float[] {weight, 3}, 2)),
                        Extras.NONE));
    }

    private static ModelGraph model(Node... nodes) {
        return onnx(
                new Graph(
                        "g",
                        List.of(nodes),
                        List.of(value("x")),
                        List.of(value("y")),
                        List.of(),
                        List.of(),
                        Extras.NONE));
    }

    private static ModelGraph onnx(Graph graph) {
        var opsets = new LinkedHashMap<String, Long>();
        opsets.put("", 17L);
        return new ModelGraph(
                new ModelHeader(8, opsets, "test", "1", "", 0, "", new LinkedHashMap<>()), graph);
    }

    private static Node conv(String input, String output) {
        return node("conv", "Conv", input, output);
    }

    private static Node relu(String name, String input, String output) {
        return node(name, "Relu", input, output);
    }

    private static Node node(String name, String op, String input, String output) {
        return Node.of(name, op, List.of(input), List.of(output));
    }

    private static Value value(String name) {
        return new Value(name, Optional.empty(), Extras.NONE);
    }
}
