package dev.lathe.model.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.cost.PartCost;
import dev.lathe.model.cost.PartCosts;
import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.TestModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupCostsTest {

    @Test
    void addsUpWhatLayersCost() {
        var cost = cost(shared(), "a");

        assertThat(cost.parameters()).isEqualTo(16);
        assertThat(cost.weightBytes()).isEqualTo(64);
        assertThat(cost.macs().value()).isEqualTo(2 * 4 * 4);
        assertThat(cost.activationPeakBytes()).isEqualTo(32);
    }

    @Test
    void countsASharedWeightOnceInWhatHoldsAllItsReaders() {
        var model = shared();
        var whole = SampleCost.of(model);

        var root = cost(model, "");

        assertThat(cost(model, "a").parameters() + cost(model, "b").parameters())
                .isEqualTo(16 + 32);
        assertThat(root.parameters()).isEqualTo(whole.parameters()).isEqualTo(32);
        assertThat(root.macs()).isEqualTo(whole.macs());
        assertThat(root.activationPeakBytes()).isEqualTo(whole.activationPeakBytes().value());
    }

    private static PartCost cost(ModelGraph model, String path) {
        var tree = GroupTree.of(model);
        var types = SampleCost.types(model, Map.of());
        var costs = GroupCosts.of(tree, PartCosts.of(model, types, SampleCost.of(model)));
        return costs.entrySet().stream()
                .filter(entry -> entry.getKey().path().equals(path))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /// Two modules that share one of their weights.
    private static ModelGraph shared() {
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
}
