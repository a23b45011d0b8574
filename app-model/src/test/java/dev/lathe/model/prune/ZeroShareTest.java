package dev.lathe.model.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZeroShareTest {

    @Test
    void countsQuantizedWeightsThatEqualTheirZeroPoint() throws Exception {
        var graph =
                graph(
                        Node.of(
                                "dq",
                                "DequantizeLinear",
                                List.of("w", "s", "z"),
                                List.of("y"),
                                Attribute.of("axis", 0)),
                        Tensor.ofBytes("w", DataType.UINT8, new byte[] {7, 7, 0, 9}, 2, 2),
                        Tensor.ofFloats("s", new float[] {1, 1}, 2),
                        Tensor.ofBytes("z", DataType.UINT8, new byte[] {7, 9}, 2));

        assertThat(ZeroShare.of(graph, Progress.NONE)).isEqualTo(0.75);
    }

    @Test
    void countsFloatWeights() throws Exception {
        var graph =
                graph(
                        Node.of("mm", "MatMul", List.of("x", "w"), List.of("y")),
                        Tensor.ofFloats("w", new float[] {0, 1, -0f, 2}, 2, 2));

        assertThat(ZeroShare.of(graph, Progress.NONE)).isEqualTo(0.5);
    }

    @Test
    void isZeroForAModelWithoutWeights() throws Exception {
        var graph = graph(Node.of("relu", "Relu", List.of("x"), List.of("y")));

        assertThat(ZeroShare.of(graph, Progress.NONE)).isZero();
    }

    private static Graph graph(Node node, Tensor... constants) {
        return new Graph(
                "g",
                List.of(node),
                List.of(),
                List.of(),
                List.of(),
                List.of(constants),
                Extras.NONE);
    }
}
