package dev.lathe.model.simplify;

import static dev.lathe.model.simplify.SimplifyCase.operators;
import static dev.lathe.model.simplify.SimplifyCase.rewrite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.shape.TestModel;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NormalizationTest {

    @Test
    void scalesTheChannelsOfEachGroupOfATransposedConvolution() throws Exception {
        var graph =
                rewrite(
                        normalized(4, "1 2 1 1", "1 4 1 1")
                                .constant(
                                        Tensor.ofFloats("w", new float[] {1, 1, 1, 1}, 2, 2, 1, 1))
                                .node(
                                        Node.of(
                                                "conv",
                                                "ConvTranspose",
                                                List.of("x", "w"),
                                                List.of("h"),
                                                Attribute.of("group", 2)))
                                .build(),
                        Pass.BATCH_NORMALIZATION);

        assertThat(operators(graph)).containsExactly("ConvTranspose");
        assertThat(graph.constant("w_folded").orElseThrow().toFloats()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void keepsWhatTheFileSaysOfTheWeights() throws Exception {
        var note = Extras.of(new byte[] {1, 2});
        var weights = Tensor.ofFloats("w", new float[] {1, 1}, 2, 1, 1, 1);
        var noted = new Tensor("w", weights.type(), weights.sizes(), weights.content(), note);

        var graph =
                rewrite(
                        normalized(2, "1 1 1 1", "1 2 1 1")
                                .constant(noted)
                                .node(Node.of("conv", "Conv", List.of("x", "w"), List.of("h")))
                                .build(),
                        Pass.BATCH_NORMALIZATION);

        assertThat(graph.initializers().get("w_folded"))
                .isNotNull()
                .extracting(Tensor::extras)
                .isEqualTo(note);
    }

    @Test
    void takesTheFactorOfTheBiasOfAGemmIn() throws Exception {
        var graph =
                rewrite(
                        normalized(2, "1 1", "1 2")
                                .constant(Tensor.ofFloats("w", new float[] {1, 1}, 1, 2))
                                .constant(Tensor.ofFloats("b", new float[] {1}, 1))
                                .node(
                                        Node.of(
                                                "gemm",
                                                "Gemm",
                                                List.of("x", "w", "b"),
                                                List.of("h"),
                                                Attribute.of("beta", 3f)))
                                .build(),
                        Pass.BATCH_NORMALIZATION);

        assertThat(graph.nodes())
                .containsExactly(
                        Node.of(
                                "gemm",
                                "Gemm",
                                List.of("x", "w_folded", "b_folded"),
                                List.of("y")));
        assertThat(graph.constant("w_folded").orElseThrow().toFloats()).containsExactly(1, 2);
        assertThat(graph.constant("b_folded").orElseThrow().toFloats()).containsExactly(3, 6);
    }

    /// A normalization of h to y that multiplies channel c by c + 1.
    private static TestModel normalized(int channels, String input, String output) {
        var factors = new float[channels];
        var ones = new float[channels];
        for (int c = 0; c < channels; c++) {
            factors[c] = c + 1;
            ones[c] = 1;
        }
        return TestModel.ofOpset(13)
                .input("x", input)
                .constant(Tensor.ofFloats("scale", factors, channels))
                .weight("shift", channels)
                .weight("mean", channels)
                .constant(Tensor.ofFloats("variance", ones, channels))
                .node(
                        Node.of(
                                "bn",
                                "BatchNormalization",
                                List.of("h", "scale", "shift", "mean", "variance"),
                                List.of("y"),
                                Attribute.of("epsilon", 0f)))
                .output("y", output);
    }
}
