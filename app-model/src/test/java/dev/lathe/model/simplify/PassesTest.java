package dev.lathe.model.simplify;

import static dev.lathe.model.simplify.SimplifyCase.operators;
import static dev.lathe.model.simplify.SimplifyCase.rewrite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.shape.TestModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PassesTest {

    @Test
    void makesConstantNodesConstants() throws Exception {
        var two = new TensorValue(Tensor.ofFloats("", new float[] {2}));
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4")
                        .node(
                                Node.of(
                                        "c",
                                        "Constant",
                                        List.of(),
                                        List.of("two"),
                                        new Attribute("value", two)))
                        .node(Node.of("mul", "Mul", List.of("x", "two"), List.of("y")))
                        .output("y", "4")
                        .build();

        var graph = rewrite(model, Pass.CONSTANT_NODES);

        assertThat(operators(graph)).containsExactly("Mul");
        assertThat(graph.constant("two").orElseThrow().toFloats()).containsExactly(2);
    }

    @Test
    void keepsTheNameOfAnOutputThatANoOpMakes() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4")
                        .node(Node.of("relu", "Relu", List.of("x"), List.of("h")))
                        .node(Node.of("same", "Identity", List.of("h"), List.of("y")))
                        .node(Node.of("neg", "Neg", List.of("h"), List.of("z")))
                        .output("y", "4")
                        .output("z", "4")
                        .build();

        var graph = rewrite(model, Pass.NO_OPS);

        assertThat(graph.nodes())
                .containsExactly(
                        Node.of("relu", "Relu", List.of("x"), List.of("y")),
                        Node.of("neg", "Neg", List.of("y"), List.of("z")));
    }

    @Test
    void keepsAnIdentityBetweenAnInputAndAnOutput() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4")
                        .node(Node.of("same", "Identity", List.of("x"), List.of("y")))
                        .output("y", "4")
                        .build();

        assertThat(operators(rewrite(model, Pass.NO_OPS))).containsExactly("Identity");
    }

    @ParameterizedTest
    @CsvSource({"Add, 0", "Sub, 0", "Mul, 1", "Div, 1", "Pow, 1"})
    void removesArithmeticThatChangesNothing(String operator, float neutral) throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "2 4")
                        .constant(Tensor.ofFloats("c", new float[] {neutral}, 1))
                        .node(Node.of("relu", "Relu", List.of("x"), List.of("h")))
                        .node(Node.of("op", operator, List.of("h", "c"), List.of("y")))
                        .output("y", "2 4")
                        .build();

        assertThat(operators(rewrite(model, Pass.NO_OPS))).containsExactly("Relu");
    }

    @Test
    void keepsAnAdditionOfZeroThatStretches() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 4")
                        .constant(Tensor.ofFloats("c", new float[] {0, 0}, 2, 1))
                        .node(Node.of("relu", "Relu", List.of("x"), List.of("h")))
                        .node(Node.of("op", "Add", List.of("h", "c"), List.of("y")))
                        .output("y", "2 4")
                        .build();

        assertThat(operators(rewrite(model, Pass.NO_OPS))).containsExactly("Relu", "Add");
    }

    @Test
    void computesOnceWhatIsComputedTwice() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4")
                        .constant(Tensor.ofFloats("a", new float[] {3}))
                        .constant(Tensor.ofFloats("b", new float[] {3}))
                        .node(Node.of("m1", "Mul", List.of("x", "a"), List.of("h1")))
                        .node(Node.of("m2", "Mul", List.of("x", "b"), List.of("h2")))
                        .node(Node.of("add", "Add", List.of("h1", "h2"), List.of("y")))
                        .output("y", "4")
                        .build();

        var graph = rewrite(model, Pass.COMMON_SUBEXPRESSIONS);

        assertThat(graph.nodes())
                .containsExactly(
                        Node.of("m1", "Mul", List.of("x", "a"), List.of("h1")),
                        Node.of("add", "Add", List.of("h1", "h1"), List.of("y")));
        assertThat(graph.initializers()).containsOnlyKeys("a");
    }

    @Test
    void keepsTwoRandomNodesApart() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4")
                        .node(Node.of("r1", "RandomNormalLike", List.of("x"), List.of("a")))
                        .node(Node.of("r2", "RandomNormalLike", List.of("x"), List.of("b")))
                        .node(Node.of("add", "Add", List.of("a", "b"), List.of("y")))
                        .output("y", "4")
                        .build();

        assertThat(rewrite(model, Pass.COMMON_SUBEXPRESSIONS).nodes()).hasSize(3);
    }

    @Test
    void foldsWhatDependsOnKnownSizesOnly() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "batch 3 8")
                        .ints("one", 1)
                        .ints("rest", -1)
                        .node(Node.of("shape", "Shape", List.of("x"), List.of("s")))
                        .node(Node.of("gather", "Gather", List.of("s", "one"), List.of("n")))
                        .node(concat("n", "rest"))
                        .node(Node.of("reshape", "Reshape", List.of("x", "target"), List.of("y")))
                        .output("y", "3 ?")
                        .build();

        var graph = rewrite(model, Pass.SHAPE_FOLDING);

        assertThat(operators(graph)).containsExactly("Reshape");
        assertThat(graph.constant("target").orElseThrow().toLongs()).containsExactly(3, -1);
    }

    @Test
    void takesOpenSizesOfAReshapeFromItsInput() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "batch 3 8")
                        .ints("zero", 0)
                        .ints("rest", 24)
                        .node(Node.of("shape", "Shape", List.of("x"), List.of("s")))
                        .node(Node.of("gather", "Gather", List.of("s", "zero"), List.of("n")))
                        .node(concat("n", "rest"))
                        .node(Node.of("reshape", "Reshape", List.of("x", "target"), List.of("y")))
                        .output("y", "batch 24")
                        .build();

        var graph = rewrite(model, Pass.SHAPE_FOLDING);

        assertThat(operators(graph)).containsExactly("Reshape");
        assertThat(graph.constant(graph.nodes().getFirst().inputs().get(1)).orElseThrow().toLongs())
                .containsExactly(0, 24);
    }

    @Test
    void mergesCastsThatLoseNothing() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", DataType.INT32, "4")
                        .node(cast("a", "x", "h", DataType.INT64))
                        .node(cast("b", "h", "y", DataType.FLOAT))
                        .output("y", "4")
                        .build();

        var graph = rewrite(model, Pass.CASTS);

        assertThat(graph.nodes()).containsExactly(cast("b", "x", "y", DataType.FLOAT));
    }

    @Test
    void keepsCastsThatLoseSomething() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "4")
                        .node(cast("a", "x", "h", DataType.INT32))
                        .node(cast("b", "h", "y", DataType.FLOAT))
                        .output("y", "4")
                        .build();

        assertThat(rewrite(model, Pass.CASTS).nodes()).hasSize(2);
    }

    @Test
    void mergesReshapes() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "2 3 4")
                        .ints("to", 4, 6)
                        .node(Node.of("flat", "Flatten", List.of("x"), List.of("h")))
                        .node(Node.of("reshape", "Reshape", List.of("h", "to"), List.of("y")))
                        .output("y", "4 6")
                        .build();

        var graph = rewrite(model, Pass.RESHAPES);

        assertThat(operators(graph)).containsExactly("Reshape");
        assertThat(graph.nodes().getFirst().inputs().getFirst()).isEqualTo("x");
    }

    @Test
    void cancelsTransposesAroundElementwiseNodes() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 2 3 4")
                        .constant(Tensor.ofFloats("c", new float[] {2}))
                        .node(transpose("a", "x", "h", 0, 2, 3, 1))
                        .node(Node.of("relu", "Relu", List.of("h"), List.of("r")))
                        .node(Node.of("mul", "Mul", List.of("r", "c"), List.of("m")))
                        .node(transpose("b", "m", "y", 0, 3, 1, 2))
                        .output("y", "1 2 3 4")
                        .build();

        var graph = rewrite(model, Pass.TRANSPOSES);

        assertThat(operators(graph)).containsExactly("Relu", "Mul");
        assertThat(graph.nodes().getFirst().inputs()).containsExactly("x");
        assertThat(graph.nodes().getLast().outputs()).containsExactly("y");
    }

    @Test
    void mergesTransposesThatDoNotCancel() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "2 3 4")
                        .node(transpose("a", "x", "h", 1, 2, 0))
                        .node(transpose("b", "h", "y", 0, 2, 1))
                        .output("y", "3 2 4")
                        .build();

        assertThat(rewrite(model, Pass.TRANSPOSES).nodes())
                .containsExactly(transpose("b", "x", "y", 1, 0, 2));
    }

    @Test
    void takesATransposeIntoGemm() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "2 3")
                        .input("w", "4 3")
                        .node(transpose("a", "w", "h", 1, 0))
                        .node(Node.of("gemm", "Gemm", List.of("x", "h"), List.of("y")))
                        .output("y", "2 4")
                        .build();

        assertThat(rewrite(model, Pass.TRANSPOSES).nodes())
                .containsExactly(
                        Node.of(
                                "gemm",
                                "Gemm",
                                List.of("x", "w"),
                                List.of("y"),
                                Attribute.of("transB", 1)));
    }

    private static Node concat(String first, String second) {
        return Node.of(
                "concat",
                "Concat",
                List.of(first, second),
                List.of("target"),
                Attribute.of("axis", 0));
    }

    private static Node cast(String name, String from, String to, DataType type) {
        return Node.of(name, "Cast", List.of(from), List.of(to), Attribute.of("to", type.code()));
    }

    private static Node transpose(String name, String from, String to, long... axes) {
        var perm = new IntsValue(Arrays.stream(axes).boxed().toList());
        return Node.of(name, "Transpose", List.of(from), List.of(to), new Attribute("perm", perm));
    }
}
