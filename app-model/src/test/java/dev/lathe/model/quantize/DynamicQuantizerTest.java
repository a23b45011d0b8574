package dev.lathe.model.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.layer.Rewrite;
import dev.lathe.model.layer.Rewrite.RefusedLayer;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.shape.TestModel;
import dev.lathe.model.work.Progress;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DynamicQuantizerTest {

    @Test
    void putsIntegersInPlaceOfAMatrixProduct() throws Exception {
        var graph = quantize(dense(13)).model().graph();

        assertThat(operators(graph))
                .containsExactly("DynamicQuantizeLinear", "MatMulInteger", "Cast", "Mul", "Mul");
        assertThat(graph.initializers()).doesNotContainKey("w");
        assertThat(graph.constant("w_quantized").orElseThrow().type()).isEqualTo(DataType.INT8);
        assertThat(graph.nodes().getLast().outputs()).containsExactly("y");
    }

    @Test
    void keepsWhatTheFileSaysOfTheWeights() throws Exception {
        var model = dense(13);
        var note = Extras.of(new byte[] {1, 2});
        var weights = model.graph().constant("w").orElseThrow();
        var noted = new Tensor("w", weights.type(), weights.sizes(), weights.content(), note);

        var graph =
                quantize(model.withGraph(model.graph().edit().put(noted).build())).model().graph();

        assertThat(graph.constant("w_quantized").orElseThrow().extras()).isEqualTo(note);
        assertThat(graph.constant("w_scale").orElseThrow().extras()).isEqualTo(Extras.NONE);
    }

    @Test
    void statesTheTypesOfWhatIsNew() throws Exception {
        var graph = quantize(dense(13)).model().graph();

        assertThat(graph.statedType("x_quantized"))
                .contains(new TensorType(DataType.UINT8, TestModel.shape("n 2")));
        assertThat(graph.statedType("dense_integer"))
                .contains(new TensorType(DataType.INT32, TestModel.shape("n 2")));
    }

    @Test
    void turnsTheWeightsOfAGemmRound() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "n 3")
                        .constant(Tensor.ofFloats("w", new float[] {1, 2, 127, 4, 5, 254}, 2, 3))
                        .constant(Tensor.ofFloats("b", new float[] {1, 2}, 2))
                        .node(
                                Node.of(
                                        "fc",
                                        "Gemm",
                                        List.of("x", "w", "b"),
                                        List.of("y"),
                                        Attribute.of("transB", 1)))
                        .output("y", "n 2")
                        .build();

        var graph = quantize(model).model().graph();

        var weights = graph.constant("w_quantized").orElseThrow();
        assertThat(weights.sizes()).containsExactly(3L, 2L);
        assertThat(weights.bytes().orElseThrow().toArray(ValueLayout.JAVA_BYTE))
                .containsExactly(1, 2, 2, 2, 127, 127);
        assertThat(graph.nodes().getLast().opType()).isEqualTo("Add");
    }

    @Test
    void quantizesAnActivationOnceForAllItsReaders() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "n 2")
                        .weight("a", 2, 2)
                        .weight("b", 2, 2)
                        .node(Node.of("one", "MatMul", List.of("x", "a"), List.of("y")))
                        .node(Node.of("two", "MatMul", List.of("x", "b"), List.of("z")))
                        .output("y", "n 2")
                        .output("z", "n 2")
                        .build();

        assertThat(operators(quantize(model).model().graph()))
                .containsOnlyOnce("DynamicQuantizeLinear");
    }

    @Test
    void givesAConvolutionItsBiasWithRoomForPositions() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 1 4 4")
                        .weight("w", 2, 1, 3, 3)
                        .constant(Tensor.ofFloats("b", new float[] {1, 2}, 2))
                        .node(Node.of("conv", "Conv", List.of("x", "w", "b"), List.of("y")))
                        .output("y", "1 2 2 2")
                        .build();

        var graph = quantize(model).model().graph();

        assertThat(graph.constant("conv_bias").orElseThrow().sizes())
                .containsExactly(1L, 2L, 1L, 1L);
        assertThat(graph.constant("w_scale").orElseThrow().sizes()).containsExactly(1L, 2L, 1L, 1L);
    }

    @Test
    void refusesRecurrentLayersWithAReason() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 1 2")
                        .weight("w", 1, 8, 2)
                        .weight("r", 1, 8, 2)
                        .weight("d", 2, 1)
                        .node(Node.of("cell", "LSTM", List.of("x", "w", "r"), List.of("h")))
                        .node(Node.of("dense", "MatMul", List.of("h", "d"), List.of("y")))
                        .output("y", "1 1 1 1")
                        .build();

        assertThat(quantize(model).refused())
                .containsExactly(
                        new RefusedLayer(
                                "cell",
                                "there is no integer form of LSTM that quantizes dynamically"));
    }

    @Test
    void raisesAnOldOperatorSet() throws Exception {
        var rewrite = quantize(dense(9));

        assertThat(rewrite.model().header().opset()).isEqualTo(11);
        assertThat(rewrite.notes()).hasSize(1);
    }

    @Test
    void saysThatAModelIsQuantizedAlready() throws Exception {
        var once = quantize(dense(13)).model();

        assertThatThrownBy(() -> quantize(once))
                .isInstanceOf(RewriteException.class)
                .hasMessageContaining("it is quantized already; start from the float model");
    }

    private static Rewrite quantize(ModelGraph model)
            throws RewriteException, InterruptedException {
        return new DynamicQuantizer(IntegerType.S8, Granularity.CHANNEL)
                .quantize(model, _ -> true, Progress.NONE);
    }

    private static List<String> operators(Graph graph) {
        return graph.nodes().stream().map(Node::opType).toList();
    }

    private static ModelGraph dense(long opset) {
        return TestModel.ofOpset(opset)
                .input("x", "n 2")
                .constant(Tensor.ofFloats("w", new float[] {1, 2, 3, 4}, 2, 2))
                .node(Node.of("dense", "MatMul", List.of("x", "w"), List.of("y")))
                .output("y", "n 2")
                .build();
    }
}
