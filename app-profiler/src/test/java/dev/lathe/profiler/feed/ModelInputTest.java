package dev.lathe.profiler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Sample;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.profiler.testing.FakeDataset;
import dev.lathe.profiler.testing.Models;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ModelInputTest {
    private static final SampleFilling FLOATS =
            new SampleFilling(DataType.FLOAT, Optional.empty(), Arrangement.AS_IS);

    private static final Dimension FREE = Dimension.of("N");

    @Test
    void fillsAFreeBatch() throws Exception {
        var input = ModelInput.of(taking(FREE, fixed(1), fixed(28), fixed(28)), images(1, 28, 28));

        assertThat(input)
                .isEqualTo(new ModelInput("x", List.of(-1L, 1L, 28L, 28L), true, 32, FLOATS));
    }

    @Test
    void takesLargeSamplesOneByOne() throws Exception {
        var input =
                ModelInput.of(taking(FREE, fixed(3), fixed(224), fixed(224)), images(3, 224, 224));

        assertThat(input.batch()).isEqualTo(1);
    }

    @Test
    void takesSamplesOneByOneWhereRangesAreFoundWhileTheModelRuns() throws Exception {
        var model = taking(List.of("DynamicQuantizeLinear"), FREE, fixed(3));

        assertThat(ModelInput.of(model, images(3)).batch()).isEqualTo(1);
    }

    @Test
    void takesFreeSizesFromTheSample() throws Exception {
        var input = ModelInput.of(taking(FREE, fixed(3), FREE, FREE), images(3, 20, 30));

        assertThat(input.sizes()).containsExactly(-1L, 3L, 20L, 30L);
    }

    @Test
    void reshapesToAColumn() throws Exception {
        var input = ModelInput.of(taking(fixed(1), fixed(784), fixed(1)), images(1, 28, 28));

        assertThat(input.sizes()).containsExactly(1L, 784L, 1L);
    }

    @Test
    void feedsAModelThatHasNoBatch() throws Exception {
        var input = ModelInput.of(taking(fixed(28), fixed(28)), images(1, 28, 28));

        assertThat(input).isEqualTo(new ModelInput("x", List.of(28L, 28L), false, 1, FLOATS));
    }

    @Test
    void movesTheChannelsOfAPictureToTheEndWhereTheModelTakesThemThere() throws Exception {
        var picture = Tensor.ofFloats("", new float[] {1, 2, 3, 4, 5, 6}, 3, 1, 2);

        var input = ModelInput.of(taking(FREE, fixed(1), fixed(2), fixed(3)), data(picture));

        assertThat(input.assemble(List.of(picture)))
                .isEqualTo(Tensor.ofFloats("x", new float[] {1, 3, 5, 2, 4, 6}, 1, 1, 2, 3));
    }

    @Test
    void movesTheChannelsOfAPictureToTheFrontWhereTheModelTakesThemThere() throws Exception {
        var picture = Tensor.ofFloats("", new float[] {1, 3, 5, 2, 4, 6}, 1, 2, 3);

        var input = ModelInput.of(taking(FREE, fixed(3), fixed(1), fixed(2)), data(picture));

        assertThat(input.assemble(List.of(picture)))
                .isEqualTo(Tensor.ofFloats("x", new float[] {1, 2, 3, 4, 5, 6}, 1, 3, 1, 2));
    }

    @Test
    void namesBothShapesWhereNoOrderFits() {
        var model = taking(FREE, fixed(32), fixed(32), fixed(3));

        assertThatThrownBy(() -> ModelInput.of(model, images(3, 28, 28)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("3×28×28")
                .hasMessageContaining("N×32×32×3");
    }

    @Test
    void makesTheIntegersThatStandForTheSampleWhereTheInputStatesItsScale() throws Exception {
        var sample = Tensor.ofFloats("", new float[] {0, 0.6f, -0.6f, 100}, 4);
        var quantization = new Quantization(List.of(0.5f), List.of(-3L), 0);
        var value =
                new Value(
                        "x",
                        Optional.of(new TensorType(DataType.INT8, Shape.of(1, 4))),
                        Optional.of(quantization),
                        Extras.NONE);
        var model = Models.model(List.of(), List.of(value), List.of(value), List.of());

        var input = ModelInput.of(model, data(sample));

        assertThat(input.assemble(List.of(sample)))
                .isEqualTo(Tensor.ofBytes("x", DataType.INT8, new byte[] {-3, -2, -4, 127}, 1, 4));
    }

    @Test
    void refusesAModelWithTwoInputs() {
        var one = taking(FREE, fixed(3));
        var inputs = List.of(one.graph().inputs().getFirst(), Models.floats("y", FREE, fixed(3)));
        var model = Models.model(one.graph().nodes(), inputs, one.graph().outputs(), List.of());

        assertThatThrownBy(() -> ModelInput.of(model, images(3)))
                .isInstanceOf(ModelRunException.class)
                .hasMessage(
                        "Cannot feed the data set to the model: it has 2 inputs (x, y), and a data"
                                + " set gives one");
    }

    private static Dimension fixed(long size) {
        return Dimension.of(size);
    }

    private static ModelGraph taking(Dimension... dimensions) {
        return taking(List.of(), dimensions);
    }

    private static ModelGraph taking(List<String> operators, Dimension... dimensions) {
        var nodes =
                operators.stream()
                        .map(op -> Node.of(op, op, List.of("x"), List.of("q", "scale", "zero")))
                        .toList();
        List<Value> ends = List.of(Models.floats("x", dimensions));
        return Models.model(nodes, ends, ends, List.of());
    }

    private static FakeDataset images(long... sizes) {
        int elements = 1;
        for (long size : sizes) {
            elements *= Math.toIntExact(size);
        }
        return data(Tensor.ofFloats("", new float[elements], sizes));
    }

    private static FakeDataset data(Tensor sample) {
        return new FakeDataset(
                List.of(new Sample("image", sample, OptionalInt.empty())), List.of(), false);
    }
}
