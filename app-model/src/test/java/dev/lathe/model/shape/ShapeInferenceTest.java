package dev.lathe.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapeInferenceTest {

    private static final Attribute PADS =
            new Attribute("pads", new IntsValue(List.of(1L, 1L, 1L, 1L)));
    private static final Attribute STRIDES =
            new Attribute("strides", new IntsValue(List.of(2L, 2L)));

    private static TestModel convolution(String input) {
        return TestModel.ofOpset(17)
                .input("x", input)
                .weight("w", 8, 3, 3, 3)
                .node(Node.of("conv", "Conv", List.of("x", "w"), List.of("y"), PADS, STRIDES));
    }

    @Test
    void infersAConvolution() {
        assertThat(convolution("1 3 224 224").infer("y")).isEqualTo("float32 1×8×112×112");
    }

    @Test
    void carriesSymbolsThrough() {
        assertThat(convolution("batch 3 32 h").infer("y"))
                .isEqualTo("float32 batch×8×16×(h-1)/2+1");
    }

    @Test
    void namesUnnamedDimensionsOfInputs() {
        assertThat(convolution("? 3 32 32").infer("y")).isEqualTo("float32 x[0]×8×16×16");
    }

    @Test
    void putsInTheSizesOfBoundSymbols() {
        var model = convolution("batch 3 32 32").build();

        var types = ShapeInference.infer(model, Map.of("batch", 4L));

        assertThat(types.shape("y")).contains(TestModel.shape("4 8 16 16"));
    }

    @Test
    void bindsTheBatchToOne() {
        var model = convolution("? 3 32 32").build();

        assertThat(ShapeInference.batchOfOne(model)).isEqualTo(Map.of("x[0]", 1L));
    }

    @Test
    void findsTheBatchBehindTheFirstDimension() {
        var model =
                TestModel.ofOpset(17).input("state", "1 batch_size 128").input("ids", "n").build();

        assertThat(ShapeInference.batchOfOne(model)).isEqualTo(Map.of("batch_size", 1L));
    }

    @Test
    void keepsWhatItInfersOverAStaleStatement() {
        assertThat(convolution("1 3 32 32").stated("y", "1 16 16 16").infer("y"))
                .isEqualTo("float32 1×8×16×16");
    }

    @Test
    void believesAStatementWhereItKnowsNothing() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "1 3")
                        .stated("y", "1 7")
                        .node(Node.of("", "NoSuchOperator", List.of("x"), List.of("y")))
                        .node(Node.of("", "Relu", List.of("y"), List.of("z")));

        assertThat(model.infer("z")).isEqualTo("float32 1×7");
    }

    @Test
    void leavesAnUnknownOperatorUnknown() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "1 3")
                        .node(Node.of("", "NoSuchOperator", List.of("x"), List.of("y")));

        assertThat(model.infer("y")).isEqualTo("unknown");
    }
}
