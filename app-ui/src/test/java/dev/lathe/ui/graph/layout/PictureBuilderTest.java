package dev.lathe.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.ui.graph.layout.PictureEdge.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureBuilderTest {
    private static final Tensor WEIGHTS = Tensor.ofFloats("w", new float[64 * 3 * 9], 64, 3, 3, 3);

    @Test
    void aConvolutionSaysItsWindowItsChannelsAndItsWeights() throws InterruptedException {
        var conv =
                Node.of(
                        "conv",
                        "Conv",
                        List.of("x", "w"),
                        List.of("y"),
                        new Attribute("strides", new IntsValue(List.of(2L, 2L))));

        var box = box(Graphs.of(List.of(WEIGHTS), conv), "conv");

        assertThat(box.title()).isEqualTo("Conv");
        assertThat(box.lines())
                .containsExactly(new BoxLine("", "3×3 /2, 64"), new BoxLine("W", "64×3×3×3"));
    }

    @Test
    void aTfliteConvolutionSaysItsWindowItsChannelsAndItsActivation() throws InterruptedException {
        var weights = Tensor.ofFloats("w", new float[16 * 3 * 3 * 8], 16, 3, 3, 8);
        var conv =
                new Node(
                        "conv",
                        "CONV_2D",
                        ModelFormat.TFLITE_DOMAIN,
                        List.of("x", "w"),
                        List.of("y"),
                        List.of(
                                new Attribute("stride_w", new IntValue(2)),
                                new Attribute("stride_h", new IntValue(2)),
                                new Attribute(
                                        "fused_activation_function", new StringValue("RELU6"))),
                        Extras.NONE);

        var box = box(Graphs.of(List.of(weights), conv), "conv");

        assertThat(box.lines())
                .containsExactly(
                        new BoxLine("", "3×3 /2, 16, RELU6"), new BoxLine("W", "16×3×3×8"));
    }

    @Test
    void constantsOfOneShapeShareALine() throws InterruptedException {
        var constants =
                List.of(
                        Tensor.ofFloats("s", new float[8], 8),
                        Tensor.ofFloats("b", new float[8], 8),
                        Tensor.ofFloats("m", new float[8], 8),
                        Tensor.ofFloats("v", new float[8], 8));
        var norm = Graphs.node("bn", "BatchNormalization", "x s b m v", "y");

        assertThat(box(Graphs.of(constants, norm), "bn").lines())
                .containsExactly(new BoxLine("γ β μ σ²", "[8]"));
    }

    @Test
    void aConstantNodeIsALineInItsReaderAndFoundThere() throws InterruptedException {
        var constant =
                Node.of(
                        "c",
                        "Constant",
                        List.of(),
                        List.of("shape"),
                        new Attribute(
                                "value",
                                new TensorValue(Tensor.ofLongs("", new long[] {1, -1}, 2))));
        var graph =
                Graphs.of(List.of(), constant, Graphs.node("reshape", "Reshape", "x shape", "y"));

        var picture = Pictures.flat(graph);

        assertThat(picture.boxes())
                .extracting(PictureBox::name)
                .containsExactly("x", "reshape", "y");
        assertThat(picture.boxes().get(1).lines()).containsExactly(new BoxLine("shape", "1, -1"));
        assertThat(picture.folded()).containsEntry("c", 1);
    }

    @Test
    void aValueThatOnlyASubgraphReadsHasADashedEdge() throws InterruptedException {
        var branch =
                new Graph(
                        "then",
                        List.of(Graphs.node("inner", "Relu", "outer", "r")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Extras.NONE);
        var graph =
                Graphs.of(
                        List.of(),
                        Graphs.node("make", "Relu", "x", "outer"),
                        Node.of(
                                "if",
                                "If",
                                List.of("x"),
                                List.of("y"),
                                new Attribute("then_branch", new GraphValue(branch))));

        var picture = Pictures.flat(graph);

        assertThat(picture.edges())
                .filteredOn(e -> e.reading() == Reading.CAPTURED)
                .containsExactly(new PictureEdge(1, 0, 2, Reading.CAPTURED));
    }

    @Test
    void aLongNameIsCutWithAnEllipsis() throws InterruptedException {
        var node = Graphs.node("n", "AnOperatorWithAnExtremelyLongNameThatNobodyCanRead", "x", "y");

        var box = box(Graphs.of(List.of(), node), "n");

        assertThat(box.title()).endsWith("…");
        assertThat(new CharWidths().width(box.title(), TextRole.TITLE)).isLessThan(box.width());
    }

    private static PictureBox box(Graph graph, String layer) throws InterruptedException {
        var picture = Pictures.flat(graph);
        return picture.boxes().stream()
                .filter(b -> b.name().equals(layer))
                .findFirst()
                .orElseThrow();
    }
}
