package dev.lathe.model.quantize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.shape.TestModel;
import dev.lathe.model.simplify.BatchNormalizations;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FoldingTest {

    @Test
    void foldsABatchNormalizationIntoTheConvolutionBeforeIt() {
        var graph = normalized().graph();

        var folded = BatchNormalizations.fold(graph, _ -> true);

        assertThat(folded.nodes())
                .containsExactly(
                        Node.of("conv", "Conv", List.of("x", "w_folded", "w_bias"), List.of("y")));
        assertThat(folded.constant("w_folded").orElseThrow().toFloats()).containsExactly(3f);
        assertThat(folded.constant("w_bias").orElseThrow().toFloats()).containsExactly(-3.5f);
        assertThat(folded.initializers()).hasSize(2);
    }

    @Test
    void leavesANormalizationWhoseInputHasOtherReaders() {
        var graph =
                normalized()
                        .node(Node.of("other", "Relu", List.of("c"), List.of("z")))
                        .output("z", "1 1 1 1")
                        .graph();

        assertThat(BatchNormalizations.fold(graph, _ -> true)).isSameAs(graph);
    }

    @Test
    void makesAChannelWiseAdditionTheBias() {
        var graph =
                TestModel.ofOpset(13)
                        .input("x", "1 1 2 2")
                        .weight("w", 2, 1, 1, 1)
                        .constant(Tensor.ofFloats("b", new float[] {1, 2}, 2, 1, 1))
                        .node(Node.of("conv", "Conv", List.of("x", "w"), List.of("c")))
                        .node(Node.of("add", "Add", List.of("c", "b"), List.of("y")))
                        .output("y", "1 2 2 2")
                        .graph();

        var folded = BiasFolding.fold(graph, _ -> true);

        assertThat(folded.nodes())
                .containsExactly(
                        Node.of("conv", "Conv", List.of("x", "w", "b_bias"), List.of("y")));
    }

    @Test
    void leavesAnAdditionAlongAnotherAxis() {
        var graph =
                TestModel.ofOpset(13)
                        .input("x", "1 1 2 2")
                        .weight("w", 2, 1, 1, 1)
                        .constant(Tensor.ofFloats("b", new float[] {1, 2}, 2, 1))
                        .node(Node.of("conv", "Conv", List.of("x", "w"), List.of("c")))
                        .node(Node.of("add", "Add", List.of("c", "b"), List.of("y")))
                        .output("y", "1 2 2 2")
                        .graph();

        assertThat(BiasFolding.fold(graph, _ -> true)).isSameAs(graph);
    }

    private static TestModel normalized() {
        return TestModel.ofOpset(13)
                .input("x", "1 1 1 1")
                .constant(Tensor.ofFloats("w", new float[] {2}, 1, 1, 1, 1))
                .constant(Tensor.ofFloats("gamma", new float[] {3}, 1))
                .constant(Tensor.ofFloats("beta", new float[] {4}, 1))
                .constant(Tensor.ofFloats("mean", new float[] {5}, 1))
                .constant(Tensor.ofFloats("var", new float[] {4}, 1))
                .node(Node.of("conv", "Conv", List.of("x", "w"), List.of("c")))
                .node(
                        Node.of(
                                "norm",
                                "BatchNormalization",
                                List.of("c", "gamma", "beta", "mean", "var"),
                                List.of("y"),
                                Attribute.of("epsilon", 0f)))
                .output("y", "1 1 1 1");
    }
}
