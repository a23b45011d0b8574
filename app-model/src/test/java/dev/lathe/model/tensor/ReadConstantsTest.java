package dev.lathe.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.shape.InferredTypes;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadConstantsTest {
    private static final ModelHeader HEADER =
            new ModelHeader(
                    8, new LinkedHashMap<>(), "test", "1", "", 1, "", new LinkedHashMap<>());
    private static final Tensor WEIGHT =
            Tensor.ofBytes("w", DataType.INT8, new byte[] {1, 2, 3, 4}, 2, 2);
    private static final Tensor SCALE = Tensor.ofFloats("s", new float[] {0.5f, 2}, 2);
    private static final Tensor ZERO = Tensor.ofBytes("z", DataType.INT8, new byte[] {0, 1}, 2);

    @Test
    void areTheConstantInputsOfANodeEachOnce() {
        var node = Node.of("add", "Add", List.of("w", "w"), List.of("y"));

        var constants = of(node, node);

        assertThat(constants).hasSize(1);
        assertThat(constants.getFirst().tensor()).isEqualTo(WEIGHT);
        assertThat(constants.getFirst().input()).hasValue(0);
        assertThat(constants.getFirst().dequantization()).isEmpty();
    }

    @Test
    void areReadThroughDequantizeLinear() {
        var decoder =
                Node.of(
                        "decode",
                        "DequantizeLinear",
                        List.of("w", "s", "z"),
                        List.of("real"),
                        new Attribute("axis", new IntValue(0)));
        var product = Node.of("product", "MatMul", List.of("x", "real"), List.of("y"));

        var constant = of(product, decoder, product).getFirst();

        assertThat(constant.tensor()).isEqualTo(WEIGHT);
        assertThat(constant.input()).hasValue(1);
        assertThat(constant.channelAxis()).hasValue(0);
        assertThat(real(constant)).containsExactly(0.5, 1, 4, 6);
    }

    @Test
    void ofAQuantizedOperatorAreUnderstoodByItsOtherInputs() {
        var node =
                Node.of(
                        "product",
                        "QLinearMatMul",
                        List.of("x", "xs", "xz", "w", "s", "z", "ys", "yz"),
                        List.of("y"));

        var constant = of(node, node).getFirst();

        assertThat(constant.channelAxis()).hasValue(1);
        assertThat(real(constant)).containsExactly(0.5, 2, 1.5, 6);
    }

    @Test
    void ofAroundABranchAreFound() {
        var inner = Node.of("inner", "Relu", List.of("w"), List.of("t"));
        var branch =
                new Graph(
                        "b",
                        List.of(inner),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Extras.NONE);
        var choice =
                Node.of(
                        "choice",
                        "If",
                        List.of("c"),
                        List.of("y"),
                        new Attribute("then_branch", new GraphValue(branch)));
        var scope = main(choice).inside(choice).getFirst();

        assertThat(ReadConstants.of(scope, inner).getFirst().tensor()).isEqualTo(WEIGHT);
    }

    @Test
    void ofAConstantNodeAreItsValue() {
        var node =
                Node.of(
                        "c",
                        "Constant",
                        List.of(),
                        List.of("k"),
                        new Attribute("value", new TensorValue(WEIGHT.withName(""))));

        var constant = of(node, node).getFirst();

        assertThat(constant.tensor()).isEqualTo(WEIGHT.withName("k"));
        assertThat(constant.input()).isEmpty();
    }

    private static double[] real(ReadConstant constant) {
        var numbers =
                Numbers.of(constant.tensor(), constant.dequantization().orElseThrow())
                        .orElseThrow();
        var result = new double[4];
        numbers.read(0, result, 4);
        return result;
    }

    private static List<ReadConstant> of(Node node, Node... nodes) {
        return ReadConstants.of(main(nodes), node);
    }

    private static Scope main(Node... nodes) {
        var graph =
                new Graph(
                        "main",
                        List.of(nodes),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(WEIGHT, SCALE, ZERO),
                        Extras.NONE);
        var model = new ModelGraph(HEADER, graph);
        return Outline.of(model, InferredTypes.NONE).main();
    }
}
