package dev.lathe.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.ReferenceValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.shape.TestModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NestedCostTest {

    private static ModelCost cost(ModelGraph model) {
        return CostAnalysis.compute(model, ShapeInference.infer(model));
    }

    private static Node product(String left, String right, String result) {
        return Node.of("", "MatMul", List.of(left, right), List.of(result));
    }

    private static Node mystery(String input, String output) {
        return new Node(
                "",
                "Mystery",
                "elsewhere",
                List.of(input),
                List.of(output),
                List.of(),
                Extras.NONE);
    }

    /// A branch that multiplies the outer `x (2×3)` with a weight of some columns.
    private static Graph branch(int columns) {
        return TestModel.ofOpset(17)
                .weight("w" + columns, 3, columns)
                .node(product("x", "w" + columns, "r" + columns))
                .output("r" + columns, "?")
                .graph();
    }

    private static Node choice(Graph yes, Graph no) {
        return Node.of(
                "",
                "If",
                List.of("condition"),
                List.of("y"),
                new Attribute("then_branch", new GraphValue(yes)),
                new Attribute("else_branch", new GraphValue(no)));
    }

    @Test
    void keepsWhatIsKnownBesideWhatIsNot() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "2 3")
                        .weight("w", 3, 4)
                        .node(product("x", "w", "p"))
                        .node(mystery("p", "q"))
                        .node(mystery("q", "y"))
                        .build();

        var cost = cost(model);

        assertThat(cost.macs()).isEqualTo(new AtLeast(24, 2));
        assertThat(cost.activationPeakBytes()).isEqualTo(new AtLeast((6 + 8) * 4, 2));
    }

    @Test
    void takesTheDearerBranch() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "2 3")
                        .input("condition", DataType.BOOL, "")
                        .node(choice(branch(4), branch(5)))
                        .build();

        assertThat(cost(model).macs()).isEqualTo(new AtLeast(2 * 3 * 5, 0));
        assertThat(cost(model).parameters()).isEqualTo(12 + 15);
    }

    @Test
    void takesTheBranchThatAConstantChooses() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "2 3")
                        .constant(Tensor.ofBytes("condition", DataType.BOOL, new byte[] {1}))
                        .node(choice(branch(4), branch(5)))
                        .build();

        assertThat(cost(model).macs()).isEqualTo(new AtLeast(2 * 3 * 4, 0));
    }

    /// `x (2×3)` and the condition outside; inside first `p (2×4)`, then with it `q (2×8)`.
    @Test
    void addsThePeakOfABranchToWhatIsAliveOutside() {
        var deep =
                TestModel.ofOpset(17)
                        .weight("w", 3, 4)
                        .node(product("x", "w", "p"))
                        .node(
                                Node.of(
                                        "",
                                        "Concat",
                                        List.of("p", "p"),
                                        List.of("q"),
                                        Attribute.of("axis", 1)))
                        .output("q", "2 8")
                        .graph();
        var model =
                TestModel.ofOpset(17)
                        .input("x", "2 3")
                        .input("condition", DataType.BOOL, "")
                        .node(choice(deep, branch(5)))
                        .build();

        assertThat(cost(model).activationPeakBytes())
                .isEqualTo(new AtLeast(6 * 4 + 1 + 8 * 4 + 16 * 4, 1));
    }

    @Test
    void countsEveryTurnOfALoop() {
        assertThat(cost(loop(true)).macs()).isEqualTo(new AtLeast(7 * 2 * 3 * 3, 0));
    }

    @Test
    void countsOneTurnWhereTheNumberIsNotKnown() {
        assertThat(cost(loop(false)).macs()).isEqualTo(new AtLeast(2 * 3 * 3, 1));
    }

    private static ModelGraph loop(boolean known) {
        var body =
                TestModel.ofOpset(17)
                        .input("turn", DataType.INT64, "")
                        .input("on", DataType.BOOL, "")
                        .input("state", "2 3")
                        .weight("w", 3, 3)
                        .node(Node.of("", "Identity", List.of("on"), List.of("still")))
                        .node(product("state", "w", "next"))
                        .output("still", "")
                        .output("next", "2 3")
                        .graph();
        var model = TestModel.ofOpset(17).input("x", "2 3");
        var counted =
                known
                        ? model.constant(Tensor.ofLongs("count", new long[] {7}))
                        : model.input("count", DataType.INT64, "");
        return counted.node(
                        Node.of(
                                "",
                                "Loop",
                                List.of("count", "", "x"),
                                List.of("y"),
                                new Attribute("body", new GraphValue(body))))
                .build();
    }

    @Test
    void looksIntoFunctions() {
        var gemm =
                Node.of(
                        "",
                        "Gemm",
                        List.of("a", "b"),
                        List.of("c"),
                        new Attribute("transB", new ReferenceValue("turned")));
        var function =
                new LocalFunction(
                        "local",
                        "Dense",
                        "",
                        List.of("a", "b"),
                        List.of("c"),
                        List.of("turned"),
                        List.of(gemm),
                        new LinkedHashMap<>(Map.of("", 17L)),
                        Extras.NONE);
        var call =
                new Node(
                        "",
                        "Dense",
                        "local",
                        List.of("x", "w"),
                        List.of("y"),
                        List.of(Attribute.of("turned", 1)),
                        Extras.NONE);
        var plain = TestModel.ofOpset(17).input("x", "2 3").weight("w", 5, 3).node(call).build();
        var model =
                new ModelGraph(
                        plain.header(),
                        plain.graph(),
                        List.of(function),
                        Extras.NONE,
                        Optional.empty(),
                        List.of());

        assertThat(cost(model).macs()).isEqualTo(new AtLeast(2 * 3 * 5, 0));
    }
}
