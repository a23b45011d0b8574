package dev.lathe.model.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.shape.TestModel;
import dev.lathe.model.work.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostValuesTest {

    @Test
    void theValueOfAGroupIsTheSumOfItsLayers() throws InterruptedException {
        var macs = values(Metric.MACS, modules());

        assertThat(macs.layers().get("/a/MatMul")).isEqualTo(Amount.of(16));
        assertThat(macs.groups().get("a")).isEqualTo(Amount.of(32));
        assertThat(macs.groups().get("")).isEqualTo(Amount.of(64));
    }

    @Test
    void aWeightThatLayersShareCountsOnceInTheirGroup() throws InterruptedException {
        var parameters = values(Metric.PARAMETERS, modules());

        assertThat(parameters.layers().get("/a/MatMul")).isEqualTo(Amount.of(16));
        assertThat(parameters.layers().get("/a/MatMul_1")).isEqualTo(Amount.of(16));
        assertThat(parameters.groups().get("a")).isEqualTo(Amount.of(16));
    }

    @Test
    void theActivationsOfAGroupAreAllThatItComputes() throws InterruptedException {
        var bytes = values(Metric.ACTIVATIONS, modules());

        assertThat(bytes.layers().get("/c/Relu")).isEqualTo(Amount.of(16));
        assertThat(bytes.groups().get("")).isEqualTo(Amount.of(96));
    }

    @Test
    void thePeakOfAGroupIsTheLargestOfItsLayers() throws InterruptedException {
        var peak = values(Metric.PEAK, modules());

        assertThat(peak.layers().get("/c/Relu")).isEqualTo(Amount.of(32));
        assertThat(peak.groups().get("")).isEqualTo(Amount.of(32));
    }

    @Test
    void whatIsNotKnownIsNotZero() throws InterruptedException {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "? ?")
                        .weight("w", 4, 4)
                        .node(matMul("product", "x", "w", "y"))
                        .output("y", "? ?")
                        .build();

        var macs = values(Metric.MACS, model);

        assertThat(macs.layers().get("product")).isEqualTo(Amount.UNKNOWN);
        assertThat(macs.groups().get("")).isEqualTo(Amount.UNKNOWN);
    }

    @Test
    void bitsPerWeightOfAGroupAreWeightedByParameters() throws InterruptedException {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "1 4")
                        .weight("w", 4, 12)
                        .constant(
                                Tensor.ofBytes("q", DataType.FLOAT16, new byte[12 * 4 * 2], 12, 4))
                        .node(matMul("wide", "x", "w", "p"))
                        .node(Node.of("half", "Cast", List.of("q"), List.of("h")))
                        .node(matMul("narrow", "p", "h", "r"))
                        .node(Node.of("relu", "Relu", List.of("r"), List.of("y")))
                        .output("y", "1 4")
                        .build();

        var bits = values(Metric.BITS, model);

        assertThat(bits.layers().get("wide")).isEqualTo(Amount.of(32));
        assertThat(bits.layers().get("narrow")).isEqualTo(Amount.of(16));
        assertThat(bits.layers()).doesNotContainKey("relu");
        assertThat(bits.groups().get("")).isEqualTo(Amount.of(24));
    }

    @Test
    void sparsityCountsElementsThatStandForZero() throws InterruptedException {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "1 2")
                        .constant(Tensor.ofBytes("q", DataType.INT8, new byte[] {5, 1, 5, 5}, 2, 2))
                        .constant(Tensor.ofBytes("scale", DataType.FLOAT, new byte[] {0, 0, 0, 63}))
                        .constant(Tensor.ofBytes("zero", DataType.INT8, new byte[] {5}))
                        .node(
                                Node.of(
                                        "decode",
                                        "DequantizeLinear",
                                        List.of("q", "scale", "zero"),
                                        List.of("w")))
                        .node(matMul("product", "x", "w", "y"))
                        .output("y", "1 2")
                        .build();

        var sparsity = values(Metric.SPARSITY, model);

        assertThat(sparsity.layers().get("product")).isEqualTo(Amount.of(0.75));
        assertThat(sparsity.layers()).doesNotContainKey("decode");
    }

    @Test
    void sparsityOfAGroupIsWeightedByItsWeights() throws InterruptedException {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "1 1")
                        .constant(Tensor.ofBytes("w", DataType.FLOAT, new byte[12], 1, 3))
                        .constant(Tensor.ofBytes("v", DataType.FLOAT, ones(3), 3, 1))
                        .node(matMul("empty", "x", "w", "p"))
                        .node(matMul("full", "p", "v", "y"))
                        .output("y", "1 1")
                        .build();

        var sparsity = values(Metric.SPARSITY, model);

        assertThat(sparsity.layers().get("empty")).isEqualTo(Amount.of(1));
        assertThat(sparsity.layers().get("full")).isEqualTo(Amount.of(0));
        assertThat(sparsity.groups().get("")).isEqualTo(Amount.of(0.5));
    }

    @Test
    void layersInsideABranchHaveValuesToo() throws InterruptedException {
        var branch =
                TestModel.ofOpset(17)
                        .weight("inner", 4, 2)
                        .node(matMul("deep", "x", "inner", "r"))
                        .output("r", "?")
                        .graph();
        var model =
                TestModel.ofOpset(17)
                        .input("x", "1 4")
                        .input("condition", DataType.BOOL, "")
                        .node(
                                Node.of(
                                        "choice",
                                        "If",
                                        List.of("condition"),
                                        List.of("y"),
                                        new Attribute("then_branch", new GraphValue(branch)),
                                        new Attribute("else_branch", new GraphValue(branch))))
                        .output("y", "?")
                        .build();

        var macs = values(Metric.MACS, model);

        assertThat(macs.layers().get("choice")).isEqualTo(Amount.of(8));
        assertThat(macs.layers().get("choice › then_branch › deep")).isEqualTo(Amount.of(8));
    }

    static NodeValues values(Metric metric, ModelGraph model) throws InterruptedException {
        return CostValues.of(metric, Outline.of(model, ShapeInference.infer(model)), Progress.NONE);
    }

    /// Two modules that share one of their weights, and a third without.
    static ModelGraph modules() {
        return TestModel.ofOpset(17)
                .input("x", "1 4")
                .weight("w", 4, 4)
                .weight("v", 4, 4)
                .node(matMul("/a/MatMul", "x", "w", "p"))
                .node(matMul("/a/MatMul_1", "p", "w", "q"))
                .node(matMul("/b/MatMul", "q", "w", "r"))
                .node(matMul("/b/MatMul_1", "r", "v", "s"))
                .node(Node.of("/c/Relu", "Relu", List.of("s"), List.of("t")))
                .node(Node.of("/c/Tanh", "Tanh", List.of("t"), List.of("y")))
                .output("y", "1 4")
                .build();
    }

    private static Node matMul(String name, String input, String weight, String output) {
        return Node.of(name, "MatMul", List.of(input, weight), List.of(output));
    }

    private static byte[] ones(int count) {
        var bytes = new byte[4 * count];
        for (int i = 0; i < count; i++) {
            bytes[4 * i + 2] = (byte) 0x80;
            bytes[4 * i + 3] = 0x3f;
        }
        return bytes;
    }
}
