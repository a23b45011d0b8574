package dev.lathe.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Node;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusedRulesTest {

    private static TestModel model(String input) {
        return TestModel.ofOpset(17).input("x", input);
    }

    private static Node node(
            String domain, String operator, String inputs, Attribute... attributes) {
        return new Node(
                "",
                operator,
                domain,
                Arrays.asList(inputs.split(" ", -1)),
                List.of("y"),
                List.of(attributes),
                Extras.NONE);
    }

    private static Node microsoft(String operator, String inputs, Attribute... attributes) {
        return node("com.microsoft", operator, inputs, attributes);
    }

    @Test
    void movesTheBatchOfAFusedProduct() {
        var product =
                microsoft(
                        "FusedMatMul",
                        "x z",
                        Attribute.of("transA", 1),
                        Attribute.of("transBatchB", 1));

        assertThat(model("2 3 K M").input("z", "K 2 3 N").node(product).infer("y"))
                .isEqualTo("float32 2×3×M×N");
    }

    @Test
    void convolvesWithChannelsLast() {
        var convolution = microsoft("NhwcFusedConv", "x w");

        assertThat(model("1 10 12 3").weight("w", 8, 3, 3, 3).node(convolution).infer("y"))
                .isEqualTo("float32 1×8×10×8");
    }

    @Test
    void leavesPaddedChannelsOfBlocksUnknown() {
        var reorder = node("com.microsoft.nchwc", "ReorderInput", "x");

        assertThat(model("1 3 8 8").node(reorder).infer("y")).isEqualTo("float32 1×?×8×8");
    }

    @Test
    void knowsTheHiddenSizeWhenNothingElseIsKnown() {
        var recurrent = node("", "LSTM", "v w r", Attribute.of("hidden_size", 5));
        var reshape = Node.of("", "Reshape", List.of("x", "sizes"), List.of("v"));

        assertThat(
                        model("2 3 4")
                                .input("sizes", DataType.INT64, "n")
                                .weight("w", 1, 20, 4)
                                .weight("r", 1, 20, 5)
                                .node(reshape)
                                .node(recurrent)
                                .infer("y"))
                .isEqualTo("float32 ?×1×?×5");
    }

    @Test
    void tilesOneAxisAsVersionOneDid() {
        assertThat(
                        TestModel.ofOpset(1)
                                .input("x", "2 3")
                                .ints("tiles", 4)
                                .ints("axis", 1)
                                .node(node("", "Tile", "x tiles axis"))
                                .infer("y"))
                .isEqualTo("float32 2×12");
    }

    @Test
    void givesAScoreForEachClass() {
        var classifier =
                new Node(
                        "",
                        "TreeEnsembleClassifier",
                        "ai.onnx.ml",
                        List.of("x"),
                        List.of("label", "y"),
                        List.of(
                                new Attribute(
                                        "classlabels_strings",
                                        new StringsValue(List.of("a", "b", "c")))),
                        Extras.NONE);

        var model = model("n 4").node(classifier);

        assertThat(model.infer("label")).isEqualTo("string n");
        assertThat(model.infer("y")).isEqualTo("float32 n×3");
    }

    @Test
    void infersTheGraphOfAnOperatorThatItDoesNotKnow() {
        var decoder =
                TestModel.ofOpset(17)
                        .input("ids", DataType.FLOAT, "batch 4")
                        .node(Node.of("", "Relu", List.of("ids"), List.of("hidden")))
                        .output("hidden", "?")
                        .graph();
        var search = microsoft("Mystery", "x", new Attribute("decoder", new GraphValue(decoder)));

        var types = model("2").node(search).infer();

        assertThat(types.inside(decoder).shape("hidden")).hasToString("Optional[batch×4]");
    }

    @Test
    void reducesByAttributeWhereInputsAreScales() {
        var mean =
                microsoft(
                        "QLinearReduceMean",
                        "x s z",
                        new Attribute("axes", new IntsValue(List.of(2L, 3L))));

        assertThat(model("1 8 5 5").weight("s", 1).weight("z", 1).node(mean).infer("y"))
                .isEqualTo("float32 1×8×1×1");
    }
}
