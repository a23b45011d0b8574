package dev.lathe.model.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.Rewrite;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.shape.TestModel;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class StaticQuantizerTest {
    private static final QuantizationScheme SCHEME =
            new QuantizationScheme(IntegerType.U8, IntegerType.S8, Granularity.CHANNEL);

    @Test
    void surroundsAConvolutionAndLeavesOutItsRelu() throws Exception {
        var graph = quantize(convRelu()).model().graph();

        assertThat(operators(graph))
                .containsExactly(
                        "QuantizeLinear",
                        "DequantizeLinear",
                        "DequantizeLinear",
                        "DequantizeLinear",
                        "Conv",
                        "QuantizeLinear",
                        "DequantizeLinear");
        assertThat(graph.initializers()).doesNotContainKeys("w", "b");
        assertThat(graph.node("conv").orElseThrow().outputs()).containsExactly("y_float");
        assertThat(graph.nodes().getLast().outputs()).containsExactly("y");
    }

    @Test
    void putsTheBiasOnTheScaleOfTheProducts() throws Exception {
        var graph = quantize(convRelu()).model().graph();

        float input = constant(graph, "x_scale").toFloats()[0];
        float[] weights = constant(graph, "w_scale").toFloats();
        assertThat(constant(graph, "b_scale").toFloats())
                .containsExactly(input * weights[0], input * weights[1]);
        assertThat(constant(graph, "b_quantized").type()).isEqualTo(DataType.INT32);
    }

    @Test
    void widensAWeightScaleUntilTheBiasFits() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 1 1 1")
                        .constant(Tensor.ofFloats("w", new float[] {1e-20f}, 1, 1, 1, 1))
                        .constant(Tensor.ofFloats("b", new float[] {1}, 1))
                        .node(Node.of("conv", "Conv", List.of("x", "w", "b"), List.of("y")))
                        .output("y", "1 1 1 1")
                        .build();

        var graph = quantize(model).model().graph();

        float scale = constant(graph, "b_scale").toFloats()[0];
        assertThat(constant(graph, "b_quantized").toInts()[0] * scale).isEqualTo(1f);
    }

    @Test
    void measuresTheRangeBehindTheRelu() throws Exception {
        var asked = new ArrayList<String>();
        Calibrator calibrator =
                (_, values, _, _) -> {
                    asked.addAll(values);
                    return ranges(values);
                };

        new StaticQuantizer(SCHEME, calibrator, 5).quantize(convRelu(), _ -> true, Progress.NONE);

        assertThat(asked).containsExactly("x", "y");
    }

    @Test
    void sharesAScaleWithWhatOnlyMovesElements() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 1 4 4")
                        .weight("w", 1, 1, 1, 1)
                        .weight("d", 16, 1)
                        .node(Node.of("conv", "Conv", List.of("x", "w"), List.of("a")))
                        .node(Node.of("flat", "Flatten", List.of("a"), List.of("f")))
                        .node(Node.of("dense", "MatMul", List.of("f", "d"), List.of("y")))
                        .output("y", "1 1")
                        .build();

        var graph = quantize(model).model().graph();

        var conv = graph.node("a_quantize").orElseThrow();
        var flat = graph.node("f_quantize").orElseThrow();
        assertThat(flat.inputs().get(1)).isEqualTo(conv.inputs().get(1));
        assertThat(graph.node("dense").orElseThrow().outputs()).containsExactly("y");
    }

    @Test
    void usesTheOutputAxisOfATransposedGemm() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 3")
                        .constant(Tensor.ofFloats("w", new float[] {1, 2, 3, 4, 5, 6}, 2, 3))
                        .node(
                                Node.of(
                                        "fc",
                                        "Gemm",
                                        List.of("x", "w"),
                                        List.of("y"),
                                        Attribute.of("transB", 1)))
                        .output("y", "1 2")
                        .build();

        var graph = quantize(model).model().graph();

        assertThat(constant(graph, "w_scale").toFloats()).containsExactly(3f / 127, 6f / 127);
        assertThat(graph.node("w_dequantize").orElseThrow().intAttribute("axis", 9)).isZero();
    }

    @Test
    void leavesExcludedLayersInFloat() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 2")
                        .weight("a", 2, 2)
                        .weight("b", 2, 2)
                        .node(Node.of("one", "MatMul", List.of("x", "a"), List.of("h")))
                        .node(Node.of("two", "MatMul", List.of("h", "b"), List.of("y")))
                        .output("y", "1 2")
                        .build();

        var graph = quantize(model, name -> !name.equals("two")).model().graph();

        assertThat(graph.node("two").orElseThrow().inputs()).containsExactly("h", "b");
        assertThat(graph.initializers()).containsKeys("b", "a_quantized");
    }

    @Test
    void refusesARangeThatIsNotFinite() {
        Calibrator calibrator =
                (_, values, _, _) ->
                        values.stream()
                                .collect(
                                        Collectors.toMap(
                                                v -> v, _ -> new ValueRange(Float.NaN, 1)));
        var quantizer = new StaticQuantizer(SCHEME, calibrator, 5);

        assertThatThrownBy(() -> quantizer.quantize(convRelu(), _ -> true, Progress.NONE))
                .isInstanceOf(RewriteException.class)
                .hasMessageContaining("value 'x' was infinite or not a number");
    }

    private static Rewrite quantize(ModelGraph model) throws Exception {
        return quantize(model, _ -> true);
    }

    private static Rewrite quantize(ModelGraph model, Predicate<String> selected) throws Exception {
        return new StaticQuantizer(SCHEME, (_, values, _, _) -> ranges(values), 5)
                .quantize(model, selected, Progress.NONE);
    }

    private static Map<String, ValueRange> ranges(List<String> values) {
        return values.stream()
                .collect(Collectors.toMap(v -> v, v -> new ValueRange(v.equals("x") ? -1 : 0, 2)));
    }

    private static List<String> operators(Graph graph) {
        return graph.nodes().stream().map(Node::opType).toList();
    }

    private static Tensor constant(Graph graph, String name) {
        return graph.constant(name).orElseThrow();
    }

    private static ModelGraph convRelu() {
        return TestModel.ofOpset(13)
                .input("x", "1 1 4 4")
                .constant(Tensor.ofFloats("w", new float[] {1, -2}, 2, 1, 1, 1))
                .constant(Tensor.ofFloats("b", new float[] {1, 2}, 2))
                .node(Node.of("conv", "Conv", List.of("x", "w", "b"), List.of("c")))
                .node(Node.of("act", "Relu", List.of("c"), List.of("y")))
                .output("y", "1 2 4 4")
                .build();
    }
}
