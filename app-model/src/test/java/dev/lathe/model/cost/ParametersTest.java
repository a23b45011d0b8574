package dev.lathe.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.shape.TestModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static ModelCost cost(TestModel built) {
        var model = built.build();
        return CostAnalysis.compute(model, ShapeInference.infer(model));
    }

    @Test
    void countsNoShapesAndNoBounds() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "2 6")
                        .ints("target", 3, 4)
                        .constant(Tensor.ofFloats("low", new float[] {0}))
                        .constant(Tensor.ofFloats("two", new float[] {2}))
                        .node(Node.of("a", "Reshape", List.of("x", "target"), List.of("r")))
                        .node(Node.of("b", "Clip", List.of("r", "low"), List.of("c")))
                        .node(Node.of("c", "Div", List.of("c", "two"), List.of("y")));

        assertThat(cost(model).parameters()).isZero();
        assertThat(cost(model).weightBytes()).isEqualTo(16 + 4 + 4);
    }

    @Test
    void givesADecodedWeightToTheLayerThatUsesIt() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "2 6")
                        .constant(Tensor.ofBytes("q", DataType.INT8, new byte[24], 6, 4))
                        .constant(Tensor.ofFloats("s", new float[4], 4))
                        .constant(Tensor.ofBytes("z", DataType.INT8, new byte[4], 4))
                        .node(
                                Node.of(
                                        "decode",
                                        "DequantizeLinear",
                                        List.of("q", "s", "z"),
                                        List.of("w")))
                        .node(Node.of("dense", "MatMul", List.of("x", "w"), List.of("y")));

        var cost = cost(model);

        assertThat(cost.layers().values())
                .extracting(LayerCost::parameters)
                .containsExactly(0L, 24L);
        assertThat(cost.layers().values())
                .extracting(LayerCost::weightBytes)
                .containsExactly(0L, 24L + 16 + 4);
        assertThat(cost.parameters()).isEqualTo(24);
    }

    @Test
    void countsThePackedWeightsOfAQuantizedConvolution() {
        var model =
                TestModel.ofOpset(13)
                        .input("x", DataType.UINT8, "1 3 8 8")
                        .constant(Tensor.ofFloats("s", new float[] {1}))
                        .constant(Tensor.ofBytes("z", DataType.UINT8, new byte[1]))
                        .constant(Tensor.ofBytes("w", DataType.INT8, new byte[4 * 27], 4, 3, 3, 3))
                        .constant(Tensor.ofInts("b", new int[4], 4))
                        .node(
                                Node.of(
                                        "",
                                        "QLinearConv",
                                        List.of("x", "s", "z", "w", "s", "z", "s", "z", "b"),
                                        List.of("y")));

        var cost = cost(model);

        assertThat(cost.parameters()).isEqualTo(4 * 27 + 4);
        assertThat(cost.macs().exact()).hasValue(4 * 36 * 27);
    }

    @Test
    void keepsASkippedActivationAlive() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "10")
                        .node(Node.of("", "Relu", List.of("x"), List.of("a")))
                        .node(Node.of("", "Sigmoid", List.of("a"), List.of("b")))
                        .node(Node.of("", "Tanh", List.of("b"), List.of("c")))
                        .node(Node.of("", "Add", List.of("a", "c"), List.of("y")))
                        .output("y", "10");

        assertThat(cost(model).activationPeakBytes().exact()).hasValue(3 * 40);
    }

    @Test
    void doesNotCallADecodedConstantAnActivation() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "2 6")
                        .constant(Tensor.ofBytes("q", DataType.INT8, new byte[24], 6, 4))
                        .constant(Tensor.ofFloats("s", new float[] {1}))
                        .node(Node.of("", "DequantizeLinear", List.of("q", "s"), List.of("w")))
                        .node(Node.of("", "MatMul", List.of("x", "w"), List.of("y")))
                        .output("y", "2 4");

        assertThat(cost(model).activationPeakBytes().exact()).hasValue((12 + 8) * 4);
    }
}
