package dev.lathe.model.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeNamesTest {
    private final RuntimeNames names =
            new RuntimeNames(
                    graph(
                            Node.of("conv1", "Conv", List.of("x"), List.of("conv1_out")),
                            Node.of("conv1/relu", "Relu", List.of("conv1_out"), List.of("r")),
                            Node.of("conv11", "Conv", List.of("r"), List.of("y"))));

    @Test
    void aNodeThatTheRuntimeLeftAloneIsFoundByItsName() {
        assertThat(names.layer("conv11")).contains("conv11");
    }

    @Test
    void aFusedNodeIsFoundByTheLongestLayerNameInIts() {
        assertThat(names.layer("fused conv1")).contains("conv1");
        assertThat(names.layer("conv1/relu_nchwc")).contains("conv1/relu");
    }

    @Test
    void aNameIsNotFoundWithinALongerWord() {
        assertThat(names.layer("conv111_nchwc")).isEmpty();
    }

    @Test
    void aNodeNamedAfterAValueIsFoundByItsProducer() {
        assertThat(names.layer("conv1_out_DequantizeLinear")).contains("conv1");
    }

    @Test
    void whatTheRuntimeAddedBelongsToNoLayer() {
        assertThat(names.layer("ReorderOutput_token_3")).isEmpty();
    }

    private static Graph graph(Node... nodes) {
        return new Graph(
                "g", List.of(nodes), List.of(), List.of(), List.of(), List.of(), Extras.NONE);
    }
}
