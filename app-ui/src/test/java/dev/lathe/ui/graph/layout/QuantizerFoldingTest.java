package dev.lathe.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Quantizers as badges of the operators behind them.
class QuantizerFoldingTest {
    private static final List<Tensor> CONSTANTS =
            List.of(
                    Tensor.ofFloats("s", new float[] {0.1f}),
                    Tensor.ofFloats("scales", new float[] {0.1f, 0.2f}, 2),
                    Tensor.ofFloats("w", new float[8], 2, 4));

    @Test
    void aQuantizedWeightIsABadgeAndALine() throws InterruptedException {
        var graph =
                Graphs.of(
                        CONSTANTS,
                        Graphs.node("dw", "DequantizeLinear", "w scales", "wf"),
                        Graphs.node("product", "MatMul", "x wf", "y"));

        var boxes = picture(graph, Quantizers.FOLDED).boxes();

        assertThat(boxes).extracting(PictureBox::name).containsExactly("x", "product", "y");
        assertThat(boxes.get(1).lines()).first().isEqualTo(BoxLine.badge("float32, per-channel"));
    }

    @Test
    void aValueThatIsQuantizedAndDequantizedAtOnceRunsStraightToItsReader()
            throws InterruptedException {
        var picture = picture(activations("Add"), Quantizers.FOLDED);

        assertThat(picture.boxes())
                .extracting(PictureBox::name)
                .containsExactly("x", "before", "after", "y");
        assertThat(picture.folded()).containsEntry("q", 2).containsEntry("d", 2);
    }

    @Test
    void quantizersCanBeDrawn() throws InterruptedException {
        var picture = picture(activations("Add"), Quantizers.DRAWN);

        assertThat(picture.boxes()).extracting(PictureBox::name).contains("q", "d");
    }

    @Test
    void aQuantizerThatAnIntegerOperatorReadsStays() throws InterruptedException {
        var graph =
                Graphs.of(
                        CONSTANTS,
                        Graphs.node("q", "QuantizeLinear", "x s", "i"),
                        Graphs.node("d", "DequantizeLinear", "i s", "f"),
                        Graphs.node("whole", "MatMulInteger", "i i", "w2"),
                        Graphs.node("last", "Add", "f w2", "y"));

        assertThat(picture(graph, Quantizers.FOLDED).boxes())
                .extracting(PictureBox::name)
                .contains("q");
    }

    private static Graph activations(String operator) {
        return Graphs.of(
                CONSTANTS,
                Graphs.node("before", "Relu", "x", "a"),
                Graphs.node("q", "QuantizeLinear", "a s", "i"),
                Graphs.node("d", "DequantizeLinear", "i s", "f"),
                Node.of("after", operator, List.of("f", "f"), List.of("y")));
    }

    private static GraphPicture picture(Graph graph, Quantizers quantizers)
            throws InterruptedException {
        var main = Outline.of(Graphs.model(graph), InferredTypes.NONE).main();
        return PictureBuilder.build(
                main, new Look(Unfolding.CLOSED, quantizers), new CharWidths(), Progress.NONE);
    }
}
