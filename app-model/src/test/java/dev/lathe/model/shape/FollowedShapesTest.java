package dev.lathe.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowedShapesTest {

    /// `x.reshape(x.shape[0], -1)` as exporters write it.
    private static TestModel flattening(String input) {
        return TestModel.ofOpset(17)
                .input("x", input)
                .constant(Tensor.ofLongs("zero", new long[] {0}))
                .ints("first", 0)
                .ints("rest", -1)
                .node(Node.of("", "Shape", List.of("x"), List.of("shape")))
                .node(Node.of("", "Gather", List.of("shape", "zero"), List.of("size")))
                .node(Node.of("", "Unsqueeze", List.of("size", "first"), List.of("sizes")))
                .node(
                        Node.of(
                                "",
                                "Concat",
                                List.of("sizes", "rest"),
                                List.of("target"),
                                Attribute.of("axis", 0)))
                .node(Node.of("", "Reshape", List.of("x", "target"), List.of("y")));
    }

    @Test
    void followsAShapeThatTheGraphComputes() {
        assertThat(flattening("2 3 4").infer("y")).isEqualTo("float32 2×12");
    }

    @Test
    void followsSymbols() {
        assertThat(flattening("batch 3 4").infer("y")).isEqualTo("float32 batch×12");
    }

    @Test
    void cancelsSymbolsOnBothSides() {
        assertThat(flattening("batch 3 s").infer("y")).isEqualTo("float32 batch×3*s");
    }

    @Test
    void addsSymbols() {
        var model =
                TestModel.ofOpset(17)
                        .input("past", "batch p 8")
                        .input("now", "batch s 8")
                        .node(
                                Node.of(
                                        "",
                                        "Concat",
                                        List.of("past", "now"),
                                        List.of("y"),
                                        Attribute.of("axis", 1)));

        assertThat(model.infer("y")).isEqualTo("float32 batch×p+s×8");
    }

    @Test
    void knowsOnlyTheRankOfAShapeFromOutside() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "2 3")
                        .input("target", dev.lathe.model.graph.DataType.INT64, "4")
                        .node(Node.of("", "Reshape", List.of("x", "target"), List.of("y")));

        assertThat(model.infer("y")).isEqualTo("float32 ?×?×?×?");
    }

    /// Padding as exporters from PyTorch write it: pairs from the last axis to the first, turned
    /// round by Reshape, Slice, Transpose and Reshape.
    @Test
    void followsPadsThatAreTurnedRound() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "1 512")
                        .ints("pairs", 3, 4, 1, 2)
                        .ints("two", -1, 2)
                        .ints("flat", -1)
                        .ints("start", -1)
                        .ints("end", Long.MIN_VALUE)
                        .ints("axis", 0)
                        .ints("step", -1)
                        .node(Node.of("", "Reshape", List.of("pairs", "two"), List.of("a")))
                        .node(
                                Node.of(
                                        "",
                                        "Slice",
                                        List.of("a", "start", "end", "axis", "step"),
                                        List.of("b")))
                        .node(Node.of("", "Transpose", List.of("b"), List.of("c")))
                        .node(Node.of("", "Reshape", List.of("c", "flat"), List.of("pads")))
                        .node(Node.of("", "Pad", List.of("x", "pads"), List.of("y")));

        assertThat(model.infer("y")).isEqualTo("float32 4×519");
    }
}
