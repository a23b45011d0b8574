package dev.lathe.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TfliteMacsTest {
    private final Map<String, ValueType> types = new HashMap<>();

    @Test
    void countsConvolutionsByTheirOwnOrderOfDimensions() {
        assertThat(macs("CONV_2D", of(1, 4, 4, 8), of(1, 4, 4, 3), of(8, 3, 3, 3)))
                .hasValue(128 * 27);
        assertThat(macs("DEPTHWISE_CONV_2D", of(1, 4, 4, 8), of(1, 4, 4, 8), of(1, 3, 3, 8)))
                .hasValue(128 * 9);
        assertThat(macs("CONV_3D", of(1, 2, 4, 4, 8), of(1, 2, 4, 4, 3), of(2, 3, 3, 3, 8)))
                .hasValue(256 * 54);
    }

    @Test
    void countsTransposedConvolutionsFromTheInput() {
        assertThat(macs("TRANSPOSE_CONV", of(1, 8, 8, 5), of(4), of(5, 2, 2, 3), of(1, 4, 4, 3)))
                .hasValue(48 * 20);
        assertThat(
                        macs(
                                "Convolution2DTransposeBias",
                                of(1, 8, 8, 5),
                                of(1, 4, 4, 3),
                                of(5, 2, 2, 3)))
                .hasValue(48 * 20);
    }

    @Test
    void countsMatrixProducts() {
        assertThat(macs("FULLY_CONNECTED", of(2, 10), of(2, 64), of(10, 64))).hasValue(1280);
        assertThat(macs("BATCH_MATMUL", of(3, 4, 6), of(3, 4, 5), of(3, 5, 6))).hasValue(72 * 5);
    }

    @Test
    void turnsTheLeftMatrixOfABatchMatrixProduct() {
        types.put("out", new TensorType(DataType.FLOAT, of(4, 6)));
        types.put("in0", new TensorType(DataType.FLOAT, of(5, 4)));
        types.put("in1", new TensorType(DataType.FLOAT, of(5, 6)));

        var node = node("BATCH_MATMUL", List.of("in0", "in1"), Attribute.of("adj_x", 1L));

        assertThat(macs(node)).hasValue(24 * 5);
    }

    @Test
    void countsRecurrentOperatorsByTheirMatrices() {
        var input = new ArrayList<Shape>();
        input.add(of(28, 2, 7));
        for (int gate = 0; gate < 4; gate++) {
            input.add(of(20, 7));
        }
        for (int gate = 0; gate < 4; gate++) {
            input.add(of(20, 20));
        }
        var shapes = input.toArray(Shape[]::new);

        assertThat(macs("UNIDIRECTIONAL_SEQUENCE_LSTM", of(28, 2, 20), shapes))
                .hasValue(28 * 2 * 4 * (20 * 7 + 20 * 20));
        assertThat(macs("SVDF", of(2, 8), of(2, 16), of(8, 16), of(8, 10)))
                .hasValue(2 * (8 * 16 + 8 * 10));
        assertThat(macs("RNN", of(2, 8), of(2, 16), of(8, 16), of(8, 8)))
                .hasValue(2 * (8 * 16 + 8 * 8));
    }

    @Test
    void countsGeneralProductsByTheirContractedDimensions() {
        types.put("out", new TensorType(DataType.FLOAT, of(3, 4)));
        types.put("in0", new TensorType(DataType.FLOAT, of(3, 5, 2)));
        types.put("in1", new TensorType(DataType.FLOAT, of(5, 2, 4)));

        var node =
                node(
                        "STABLEHLO_DOT_GENERAL",
                        List.of("in0", "in1"),
                        new Attribute(
                                "lhs_contracting_dimensions", new IntsValue(List.of(1L, 2L))));

        assertThat(macs(node)).hasValue(12 * 10);
    }

    @Test
    void knowsThatOtherBuiltInOperatorsHaveNone() {
        assertThat(macs("SOFTMAX", of(2, 10), of(2, 10))).hasValue(0);
    }

    @Test
    void doesNotGuessWhatOperatorsItDoesNotKnowCost() {
        assertThat(macs("edgetpu-custom-op", of(2, 10), of(2, 10))).isEmpty();
        assertThat(macs("BUILTIN_999", of(2, 10), of(2, 10))).isEmpty();
        assertThat(macs("DELEGATE", of(2, 10), of(2, 10))).isEmpty();
    }

    private OptionalLong macs(String operator, Shape output, Shape... inputs) {
        var names = new ArrayList<String>();
        types.put("out", new TensorType(DataType.FLOAT, output));
        for (Shape input : inputs) {
            names.add("in" + names.size());
            types.put(names.getLast(), new TensorType(DataType.FLOAT, input));
        }
        return macs(node(operator, names));
    }

    private OptionalLong macs(Node node) {
        return MacCount.of(node, new InferredTypes(types, Map.of(), Map.of(), Map.of()));
    }

    private static Node node(String operator, List<String> inputs, Attribute... attributes) {
        return new Node(
                "",
                operator,
                ModelFormat.TFLITE_DOMAIN,
                inputs,
                List.of("out"),
                List.of(attributes),
                Extras.NONE);
    }

    private static Shape of(long... sizes) {
        return Shape.of(sizes);
    }
}
