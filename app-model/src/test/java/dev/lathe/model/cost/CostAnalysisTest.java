package dev.lathe.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.shape.TestModel;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CostAnalysisTest {

    @Test
    void countsAConvolution() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "1 3 10 10")
                        .weight("w", 8, 3, 3, 3)
                        .weight("b", 8)
                        .node(Node.of("conv", "Conv", List.of("x", "w", "b"), List.of("y")))
                        .output("y", "1 8 8 8")
                        .build();

        var cost = CostAnalysis.compute(model, ShapeInference.infer(model));

        assertThat(cost.layers())
                .containsEntry(
                        "conv",
                        new LayerCost(
                                "conv",
                                216 + 8,
                                224 * 4,
                                new AtLeast(8 * 8 * 8 * 27, 0),
                                OptionalLong.of(512 * 4)));
        assertThat(cost.activationPeakBytes().exact()).hasValue(300 * 4 + 512 * 4);
    }

    @Test
    void countsASharedWeightOnceInTheModel() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "1 8 4 4")
                        .weight("w", 8, 8, 1, 1)
                        .node(Node.of("a", "Conv", List.of("x", "w"), List.of("y")))
                        .node(Node.of("b", "Conv", List.of("y", "w"), List.of("z")))
                        .output("z", "1 8 4 4")
                        .build();

        var cost = CostAnalysis.compute(model, ShapeInference.infer(model));

        assertThat(cost.parameters()).isEqualTo(64);
        assertThat(cost.weightBytes()).isEqualTo(256);
        assertThat(cost.layers().values())
                .extracting(LayerCost::parameters)
                .containsExactly(64L, 64L);
    }

    @Test
    void knowsNoMacsWithoutShapes() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "batch 3 10 10")
                        .weight("w", 8, 3, 3, 3)
                        .node(Node.of("conv", "Conv", List.of("x", "w"), List.of("y")))
                        .build();

        var cost = CostAnalysis.compute(model, ShapeInference.infer(model));

        assertThat(cost.macs()).isEqualTo(AtLeast.UNKNOWN);
        assertThat(cost.activationPeakBytes().exact()).isEmpty();
    }
}
