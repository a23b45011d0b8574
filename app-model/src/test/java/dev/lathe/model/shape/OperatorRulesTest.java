package dev.lathe.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorRulesTest {

    private static TestModel model(String input) {
        return TestModel.ofOpset(17).input("x", input);
    }

    private static Node node(String operator, String inputs, Attribute... attributes) {
        return Node.of(
                "", operator, Arrays.asList(inputs.split(" ", -1)), List.of("y"), attributes);
    }

    private static Attribute ints(String name, Long... values) {
        return new Attribute(name, new IntsValue(List.of(values)));
    }

    @Test
    void broadcastsFromTheEnd() {
        var model = model("8 1 6 batch").input("z", "7 1 batch").node(node("Add", "x z"));

        assertThat(model.infer("y")).isEqualTo("float32 8×7×6×batch");
    }

    @Test
    void givesTruthForAComparison() {
        assertThat(model("2 3").input("z", "3").node(node("Less", "x z")).infer("y"))
                .isEqualTo("bool 2×3");
    }

    @Test
    void leavesOutWindowsThatDoNotFit() {
        var pool = node("MaxPool", "x", ints("kernel_shape", 3L, 3L), ints("strides", 2L, 2L));

        assertThat(model("1 8 10 10").node(pool).infer("y")).isEqualTo("float32 1×8×4×4");
    }

    @Test
    void roundsUpInCeilMode() {
        var pool =
                node(
                        "MaxPool",
                        "x",
                        ints("kernel_shape", 3L, 3L),
                        ints("strides", 2L, 2L),
                        Attribute.of("ceil_mode", 1));

        assertThat(model("1 8 10 10").node(pool).infer("y")).isEqualTo("float32 1×8×5×5");
    }

    @Test
    void keepsTheSizeWithSamePadding() {
        var conv =
                node(
                        "Conv",
                        "x w",
                        Attribute.of("auto_pad", "SAME_UPPER"),
                        ints("strides", 2L, 2L));

        assertThat(model("1 3 15 15").weight("w", 4, 3, 3, 3).node(conv).infer("y"))
                .isEqualTo("float32 1×4×8×8");
    }

    @Test
    void spreadsADilatedKernel() {
        var conv = node("Conv", "x w", ints("dilations", 2L, 2L));

        assertThat(model("1 3 15 15").weight("w", 4, 3, 3, 3).node(conv).infer("y"))
                .isEqualTo("float32 1×4×11×11");
    }

    @Test
    void growsWithATransposedConvolution() {
        var conv = node("ConvTranspose", "x w", ints("strides", 2L, 2L), Attribute.of("group", 2));

        assertThat(model("1 4 8 8").weight("w", 4, 3, 3, 3).node(conv).infer("y"))
                .isEqualTo("float32 1×6×17×17");
    }

    @Test
    void multipliesBatchesOfMatrices() {
        assertThat(model("b 1 s 8").input("z", "4 8 5").node(node("MatMul", "x z")).infer("y"))
                .isEqualTo("float32 b×4×s×5");
    }

    @Test
    void refusesMatricesThatDoNotFit() {
        assertThat(model("2 3").input("z", "4 5").node(node("MatMul", "x z")).infer("y"))
                .isEqualTo("float32 unknown");
    }

    @Test
    void transposesInAGemm() {
        var gemm = node("Gemm", "x w", Attribute.of("transB", 1));

        assertThat(model("n 64").weight("w", 10, 64).node(gemm).infer("y"))
                .isEqualTo("float32 n×10");
    }

    @Test
    void keepsReducedAxesOrDropsThem() {
        var reduced = model("2 3 4").node(node("ReduceMean", "x", ints("axes", 1L)));
        var dropped =
                model("2 3 4")
                        .node(
                                node(
                                        "ReduceMean",
                                        "x",
                                        ints("axes", -1L),
                                        Attribute.of("keepdims", 0)));

        assertThat(reduced.infer("y")).isEqualTo("float32 2×1×4");
        assertThat(dropped.infer("y")).isEqualTo("float32 2×3");
    }

    @Test
    void cutsALengthOutOfAnAxis() {
        var model =
                model("1 10 n")
                        .ints("starts", 2, 0)
                        .ints("ends", -1, Long.MAX_VALUE)
                        .ints("axes", 1, 2)
                        .ints("steps", 3, 1)
                        .node(node("Slice", "x starts ends axes steps"));

        assertThat(model.infer("y")).isEqualTo("float32 1×3×n");
    }

    @Test
    void goesBackwardsWithANegativeStep() {
        var model =
                model("10")
                        .ints("starts", -1)
                        .ints("ends", Long.MIN_VALUE + 1)
                        .ints("axes", 0)
                        .ints("steps", -3)
                        .node(node("Slice", "x starts ends axes steps"));

        assertThat(model.infer("y")).isEqualTo("float32 4");
    }

    @Test
    void readsAttributesOfOldVersions() {
        var old =
                TestModel.ofOpset(9)
                        .input("x", "1 10")
                        .node(node("Slice", "x", ints("starts", 0L, 2L), ints("ends", 1L, 8L)));
        var older =
                TestModel.ofOpset(6)
                        .input("x", "2 3")
                        .input("z", "3")
                        .node(node("Add", "x z", Attribute.of("broadcast", 1)));

        assertThat(old.infer("y")).isEqualTo("float32 1×6");
        assertThat(older.infer("y")).isEqualTo("float32 2×3");
    }

    @Test
    void takesTheTypeOfTheZeroPoint() {
        var model =
                model("1 4")
                        .constant(Tensor.ofFloats("scale", new float[] {1}))
                        .constant(Tensor.ofBytes("zero", DataType.INT8, new byte[1]))
                        .node(node("QuantizeLinear", "x scale zero"));

        assertThat(model.infer("y")).isEqualTo("int8 1×4");
    }

    @Test
    void infersAQuantizedConvolution() {
        var model =
                TestModel.ofOpset(13)
                        .input("x", DataType.UINT8, "1 3 8 8")
                        .constant(Tensor.ofFloats("s", new float[] {1}))
                        .constant(Tensor.ofBytes("z", DataType.UINT8, new byte[1]))
                        .constant(Tensor.ofBytes("w", DataType.INT8, new byte[4 * 27], 4, 3, 3, 3))
                        .node(node("QLinearConv", "x s z w s z s z"));

        assertThat(model.infer("y")).isEqualTo("uint8 1×4×6×6");
    }

    @Test
    void concatenatesQuantizedTensors() {
        var join =
                new Node(
                        "",
                        "QLinearConcat",
                        "com.microsoft",
                        List.of("s", "z", "x", "s", "z", "x", "s", "z"),
                        List.of("y"),
                        List.of(Attribute.of("axis", 1)),
                        Extras.NONE);

        assertThat(TestModel.ofOpset(13).input("x", DataType.UINT8, "n 3").node(join).infer("y"))
                .isEqualTo("uint8 n×6");
    }

    @Test
    void givesTheStatesOfARecurrentLayer() {
        var gru =
                Node.of(
                        "",
                        "GRU",
                        List.of("x", "w", "r"),
                        List.of("y", "last"),
                        Attribute.of("hidden_size", 16),
                        Attribute.of("direction", "bidirectional"));
        var model = model("t 1 8").weight("w", 2, 48, 8).weight("r", 2, 48, 16).node(gru);

        assertThat(model.infer("y")).isEqualTo("float32 t×2×1×16");
        assertThat(model.infer("last")).isEqualTo("float32 2×1×16");
    }

    @Test
    void scalesAnImage() {
        var model =
                model("1 3 n 13")
                        .constant(Tensor.ofFloats("scales", new float[] {1, 1, 2, 1.5f}, 4))
                        .node(Node.of("", "Resize", List.of("x", "", "scales"), List.of("y")));

        assertThat(model.infer("y")).isEqualTo("float32 1×3×2*n×19");
    }

    @Test
    void readsAnEinsum() {
        var einsum = node("Einsum", "x z", Attribute.of("equation", "bhid,bhjd->bhij"));

        assertThat(model("2 4 i 8").input("z", "2 4 j 8").node(einsum).infer("y"))
                .isEqualTo("float32 2×4×i×j");
    }

    @Test
    void knowsThatTheDataDecides() {
        assertThat(model("2 3").node(node("NonZero", "x")).infer("y")).isEqualTo("int64 2×?");
    }

    @Test
    void survivesAnAxisOutOfRange() {
        assertThat(model("2 3").node(node("Softmax", "x", Attribute.of("axis", 9))).infer("y"))
                .isEqualTo("float32 2×3");
        assertThat(model("2 3").node(node("Concat", "x x", Attribute.of("axis", 9))).infer("y"))
                .isEqualTo("float32 unknown");
        assertThat(model("2 3").node(node("Transpose", "x", ints("perm", 5L, 0L))).infer("y"))
                .isEqualTo("float32 unknown");
    }
}
