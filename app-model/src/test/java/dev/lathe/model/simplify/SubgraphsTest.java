package dev.lathe.model.simplify;

import static dev.lathe.model.simplify.SimplifyCase.operators;
import static dev.lathe.model.simplify.SimplifyCase.rewrite;
import static dev.lathe.model.simplify.SimplifyCase.simplify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.ReferenceValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.shape.TestModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SubgraphsTest {

    @Test
    void putsTheBranchThatAKnownConditionChoosesInThePlaceOfTheIf() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4")
                        .constant(Tensor.ofBytes("yes", DataType.BOOL, new byte[] {1}))
                        .node(branch("yes", relu("x"), neg("x")))
                        .output("y", "4")
                        .build();

        var graph = rewrite(model, Pass.CONSTANT_IF);

        assertThat(graph.nodes()).containsExactly(Node.of("r", "Relu", List.of("x"), List.of("y")));
    }

    @Test
    void givesInnerValuesNewNamesThatOthersHaveToo() throws Exception {
        var taken =
                graph(
                        "t",
                        Node.of("a", "Relu", List.of("x"), List.of("h")),
                        Node.of("b", "Neg", List.of("h"), List.of("t")));
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4")
                        .constant(Tensor.ofBytes("no", DataType.BOOL, new byte[] {0}))
                        .node(Node.of("abs", "Abs", List.of("x"), List.of("h")))
                        .node(branch("no", relu("x"), taken))
                        .node(Node.of("add", "Add", List.of("h", "y"), List.of("z")))
                        .output("z", "4")
                        .build();

        var graph = rewrite(model, Pass.CONSTANT_IF);

        assertThat(operators(graph)).containsExactly("Abs", "Relu", "Neg", "Add");
        var inner = graph.nodes().get(1).outputs().getFirst();
        assertThat(inner).isNotEqualTo("h");
        assertThat(graph.nodes().get(2).inputs()).containsExactly(inner);
    }

    @Test
    void countsAReadInASubgraphAsAUse() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4")
                        .input("c", DataType.BOOL, "")
                        .node(Node.of("abs", "Abs", List.of("x"), List.of("h")))
                        .node(Node.of("same", "Identity", List.of("h"), List.of("i")))
                        .node(branch("c", relu("i"), neg("i")))
                        .output("y", "4")
                        .build();

        var graph = simplify(model).model().graph();

        assertThat(operators(graph)).containsExactly("Abs", "If");
        assertThat(graph.nodes().getLast().subgraphs())
                .allMatch(inner -> inner.outerValues().equals(Set.of("h")));
    }

    @Test
    void leavesAnIdentityThatBringsAnOuterValueToABranchsOutput() throws Exception {
        var same = graph("o", Node.of("i", "Identity", List.of("x"), List.of("o")));
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4")
                        .input("c", DataType.BOOL, "")
                        .node(branch("c", same, neg("x")))
                        .output("y", "4")
                        .build();

        var graph = simplify(model).model().graph();

        assertThat(operators(graph.nodes().getFirst().subgraphs().getFirst()))
                .containsExactly("Identity");
    }

    @Test
    void simplifiesFunctionsAndLeavesWhatTheirCallersSet() throws Exception {
        var axis = new Attribute("axis", new ReferenceValue("axis"));
        var body =
                List.of(
                        Node.of("i", "Identity", List.of("a"), List.of("b")),
                        Node.of("s", "Softmax", List.of("b"), List.of("c"), axis));
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4 4")
                        .node(
                                new Node(
                                        "call",
                                        "F",
                                        "own",
                                        List.of("x"),
                                        List.of("y"),
                                        List.of(Attribute.of("axis", 0)),
                                        Extras.NONE))
                        .output("y", "4 4")
                        .build()
                        .withFunctions(List.of(function("F", body), function("G", body)));

        var simplified = simplify(model);

        assertThat(simplified.model().functions())
                .containsExactly(
                        function(
                                "F",
                                List.of(
                                        Node.of(
                                                "s",
                                                "Softmax",
                                                List.of("a"),
                                                List.of("c"),
                                                axis))));
        assertThat(simplified.nodesAfter()).isEqualTo(2);
    }

    private static LocalFunction function(String name, List<Node> body) {
        return new LocalFunction(
                "own",
                name,
                "",
                List.of("a"),
                List.of("c"),
                List.of("axis"),
                body,
                Map.of("", 13L),
                Extras.NONE);
    }

    private static Graph relu(String value) {
        return graph("p", Node.of("r", "Relu", List.of(value), List.of("p")));
    }

    private static Graph neg(String value) {
        return graph("q", Node.of("n", "Neg", List.of(value), List.of("q")));
    }

    private static Graph graph(String output, Node... nodes) {
        return new Graph(
                output,
                List.of(nodes),
                List.of(),
                List.of(new Value(output, new TensorType(DataType.FLOAT, Shape.of(4)))),
                List.of(),
                List.of(),
                Extras.NONE);
    }

    private static Node branch(String condition, Graph yes, Graph no) {
        return Node.of(
                "if",
                "If",
                List.of(condition),
                List.of("y"),
                new Attribute("then_branch", new GraphValue(yes)),
                new Attribute("else_branch", new GraphValue(no)));
    }
}
