package dev.lathe.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.shape.TestModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MacCountTest {

    private static TestModel model(String input) {
        return TestModel.ofOpset(17).input("x", input);
    }

    private static Node node(String operator, String inputs, Attribute... attributes) {
        return Node.of(
                "", operator, Arrays.asList(inputs.split(" ", -1)), List.of("y"), attributes);
    }

    private static OptionalLong macs(TestModel built) {
        var model = built.build();
        return CostAnalysis.compute(model, ShapeInference.infer(model)).macs().exact();
    }

    @Test
    void countsADepthwiseConvolution() {
        var conv = node("Conv", "x w", Attribute.of("group", 8));

        assertThat(macs(model("1 8 10 10").weight("w", 8, 1, 3, 3).node(conv)))
                .hasValue(64 * 8 * 9);
    }

    @Test
    void countsATransposedConvolutionByItsInput() {
        var conv = node("ConvTranspose", "x w");

        assertThat(macs(model("1 4 5 5").weight("w", 4, 6, 3, 3).node(conv)))
                .hasValue(4 * 25 * 6 * 9);
    }

    @Test
    void countsAGemmByItsInnerDimension() {
        var gemm = node("Gemm", "x w", Attribute.of("transB", 1));

        assertThat(macs(model("2 64").weight("w", 10, 64).node(gemm))).hasValue(2 * 64 * 10);
    }

    @Test
    void countsBatchesOfMatrices() {
        assertThat(macs(model("4 2 3").input("z", "3 5").node(node("MatMul", "x z"))))
                .hasValue(4 * 2 * 3 * 5);
    }

    @Test
    void countsTheGatesOfARecurrentLayer() {
        var lstm = node("LSTM", "x w r", Attribute.of("hidden_size", 16));

        assertThat(macs(model("7 2 8").weight("w", 1, 64, 8).weight("r", 1, 64, 16).node(lstm)))
                .hasValue(7 * 2 * 4 * 16 * (8 + 16));
    }

    @Test
    void countsAnEinsumByAllItsLetters() {
        var einsum = node("Einsum", "x z", Attribute.of("equation", "ij,jk->ik"));

        assertThat(macs(model("2 3").input("z", "3 5").node(einsum))).hasValue(30);
    }

    @Test
    void countsNothingForActivations() {
        assertThat(macs(model("2 3").node(node("Relu", "x")))).hasValue(0);
    }

    @Test
    void knowsNothingOfAForeignOperator() {
        var foreign =
                new Node(
                        "",
                        "Magic",
                        "com.example",
                        List.of("x"),
                        List.of("y"),
                        List.of(),
                        Extras.NONE);

        assertThat(macs(model("2 3").node(foreign))).isEmpty();
    }

    @Test
    void takesTheDearerBranch() {
        var branch =
                Node.of(
                        "",
                        "If",
                        List.of("c"),
                        List.of("y"),
                        new Attribute("then_branch", new GraphValue(branch(node("MatMul", "x z")))),
                        new Attribute("else_branch", new GraphValue(branch(node("Add", "x x")))));
        var model = model("2 3").input("z", "3 5").input("c", DataType.BOOL, "").node(branch);

        assertThat(macs(model)).hasValue(30);
    }

    private static Graph branch(Node node) {
        var output = new Value("y", Optional.empty(), Extras.NONE);
        return new Graph(
                "", List.of(node), List.of(), List.of(output), List.of(), List.of(), Extras.NONE);
    }

    @Test
    void multipliesALoopByItsTurns() {
        var body =
                new Graph(
                        "",
                        List.of(node("MatMul", "x z")),
                        List.of(name("i"), name("go")),
                        List.of(name("go"), name("y")),
                        List.of(),
                        List.of(),
                        Extras.NONE);
        var loop =
                Node.of(
                        "",
                        "Loop",
                        List.of("turns", ""),
                        List.of("all"),
                        new Attribute("body", new GraphValue(body)));
        var model =
                model("2 3")
                        .input("z", "3 5")
                        .constant(Tensor.ofLongs("turns", new long[] {4}))
                        .node(loop);

        assertThat(macs(model)).hasValue(4 * 30);
    }

    private static Value name(String name) {
        return new Value(name, Optional.empty(), Extras.NONE);
    }
}
