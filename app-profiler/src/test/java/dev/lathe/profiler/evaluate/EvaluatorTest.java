package dev.lathe.profiler.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.data.DatasetException;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.runner.ProcessModelRunner;
import dev.lathe.profiler.runner.RunnerLaunch;
import dev.lathe.profiler.testing.FakeDataset;
import dev.lathe.profiler.testing.Models;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class EvaluatorTest {
    private static final float[][] INPUTS = {{3, 2, 1}, {1, 3, 2}, {1, 2, 3}, {3, 2, 1}};

    private final ProcessModelRunner runner = new ProcessModelRunner(RunnerLaunch.ofThisProcess());
    private final Evaluator evaluator = new Evaluator(runner);

    @AfterAll
    void endRunner() {
        runner.close();
    }

    @Test
    void countsHowOftenTheRightClassIsTheBest() throws Exception {
        var data = FakeDataset.labelled(INPUTS, 0, 1, 2, 2);

        assertThat(evaluator.evaluate(Models.doubling(), data, Progress.NONE))
                .isEqualTo(new Evaluation(4, 0.75, 1));
    }

    @Test
    void padsTheLastBatchOfAModelWithAFixedBatch() throws Exception {
        var data = FakeDataset.labelled(INPUTS, 0, 1, 2, 2);

        assertThat(evaluator.evaluate(Models.doublingOf(3), data, Progress.NONE))
                .isEqualTo(new Evaluation(4, 0.75, 1));
    }

    @Test
    void reshapesSamplesForAModelThatTakesThemFlat() throws Exception {
        var image = Tensor.ofFloats("", new float[] {1, 5, 2}, 1, 3, 1);
        var data =
                new FakeDataset(
                        List.of(
                                new dev.lathe.model.data.Sample(
                                        "image", image, java.util.OptionalInt.of(1))),
                        List.of("a", "b", "c"),
                        true);

        assertThat(evaluator.evaluate(Models.doubling(), data, Progress.NONE))
                .isEqualTo(new Evaluation(1, 1, 1));
    }

    @Test
    void refusesDataWithoutLabels() {
        assertThatThrownBy(() ->
                        evaluator.evaluate(
                                Models.doubling(), FakeDataset.unlabelled(INPUTS), Progress.NONE))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("The data set has no labels");
    }

    @Test
    void namesBothShapesOfDataThatDoesNotFit() {
        var data = FakeDataset.labelled(new float[][] {{1, 2, 3, 4}}, 0);

        assertThatThrownBy(() -> evaluator.evaluate(Models.doubling(), data, Progress.NONE))
                .isInstanceOf(DatasetException.class)
                .hasMessage(
                        "The data set does not fit the model: its samples are 4, and the input 'x'"
                                + " is N×3; choose a preprocessing that makes them fit");
    }

    @Test
    void refusesDataWithAnotherNumberOfClasses() {
        var data =
                new FakeDataset(
                        FakeDataset.labelled(INPUTS, 0, 1, 2, 2).samples(),
                        List.of("a", "b"),
                        true);

        assertThatThrownBy(() -> evaluator.evaluate(Models.doubling(), data, Progress.NONE))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("The data set has 2 classes, but the model tells 3 apart");
    }

    @Test
    void refusesAnEmptyDataSet() {
        assertThatThrownBy(() ->
                        evaluator.evaluate(
                                Models.doubling(),
                                FakeDataset.labelled(new float[][] {}),
                                Progress.NONE))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("The data set has no samples");
    }

    @Test
    void findsNoDifferenceBetweenAModelAndItself() throws Exception {
        var comparison =
                evaluator.compare(
                        Models.doubling(),
                        Models.doubling(),
                        FakeDataset.unlabelled(INPUTS),
                        Progress.NONE);

        assertThat(comparison)
                .isEqualTo(new OutputComparison(4, Double.POSITIVE_INFINITY, 1, 1, 0));
    }

    @Test
    void measuresTheDifferenceBetweenTwoModels() throws Exception {
        var comparison =
                evaluator.compare(
                        Models.doubling(),
                        shifted(),
                        FakeDataset.unlabelled(INPUTS),
                        Progress.NONE);

        // the second adds (2, 0, 0) to (6, 4, 2), (2, 6, 4), (2, 4, 6), (6, 4, 2)
        assertThat(comparison.samples()).isEqualTo(4);
        assertThat(comparison.sqnrDb()).isCloseTo(10 * Math.log10(224.0 / 16), within(1e-9));
        assertThat(comparison.maxAbsDiff()).isEqualTo(2);
        assertThat(comparison.top1Agreement()).isEqualTo(1);
        assertThat(comparison.cosine()).isBetween(0.96, 0.99);
    }

    @Test
    void comparesModelsWithDifferentFixedBatches() throws Exception {
        var comparison =
                evaluator.compare(
                        Models.doublingOf(3),
                        Models.doublingOf(2),
                        FakeDataset.unlabelled(INPUTS),
                        Progress.NONE);

        assertThat(comparison)
                .isEqualTo(new OutputComparison(4, Double.POSITIVE_INFINITY, 1, 1, 0));
    }

    @Test
    void comparesOutputsAtTheSamePlaceWhereNamesDiffer() throws Exception {
        var comparison =
                evaluator.compare(
                        Models.doubling(),
                        renamed("y"),
                        FakeDataset.unlabelled(INPUTS),
                        Progress.NONE);

        assertThat(comparison.maxAbsDiff()).isZero();
    }

    @Test
    void namesTheOutputThatTheOtherModelLacks() {
        assertThatThrownBy(() ->
                        evaluator.compare(
                                Models.doubling(),
                                renamed("y", "z"),
                                FakeDataset.unlabelled(INPUTS),
                                Progress.NONE))
                .isInstanceOf(ModelRunException.class)
                .hasMessageContaining("the second has no output 'scores'");
    }

    @Test
    void tellsTheDifferenceOfTheRealNumbersThatIntegersStandFor() throws Exception {
        var comparison =
                evaluator.compare(
                        Models.doubling(),
                        quantized(),
                        FakeDataset.unlabelled(INPUTS),
                        Progress.NONE);

        assertThat(comparison.maxAbsDiff()).isLessThanOrEqualTo(0.25);
        assertThat(comparison.top1Agreement()).isEqualTo(1);
    }

    /// The same in steps of a half, with an input and an output of integers.
    private static ModelGraph quantized() {
        var type = Optional.of((ValueType) new TensorType(DataType.INT8, Shape.of(1, 3)));
        var quantization = Optional.of(new Quantization(List.of(0.5f), List.of(-3L), 0));
        return Models.model(
                List.of(
                        dequantize("x", "real"),
                        Node.of("double", "Mul", List.of("real", "two"), List.of("twice")),
                        Node.of(
                                "quantize",
                                "QuantizeLinear",
                                List.of("twice", "scale", "zero"),
                                List.of("q"))),
                List.of(new Value("x", type, quantization, Extras.NONE)),
                List.of(new Value("q", type, quantization, Extras.NONE)),
                List.of(
                        Tensor.ofFloats("two", new float[] {2}),
                        Tensor.ofFloats("scale", new float[] {0.5f}),
                        Tensor.ofBytes("zero", DataType.INT8, new byte[] {-3})));
    }

    private static Node dequantize(String input, String output) {
        return Node.of(
                "dequantize", "DequantizeLinear", List.of(input, "scale", "zero"), List.of(output));
    }

    private static ModelGraph shifted() {
        var doubling = Models.doubling().graph();
        return Models.model(
                List.of(
                        Node.of("double", "Mul", List.of("x", "two"), List.of("y")),
                        Node.of("shift", "Add", List.of("y", "shift"), List.of("scores"))),
                doubling.inputs(),
                doubling.outputs(),
                List.of(
                        Tensor.ofFloats("two", new float[] {2}),
                        Tensor.ofFloats("shift", new float[] {2, 0, 0}, 3)));
    }

    private static ModelGraph renamed(String... outputs) {
        var doubling = Models.doubling().graph();
        return Models.model(
                Arrays.stream(outputs)
                        .map(y -> Node.of(y, "Mul", List.of("x", "two"), List.of(y)))
                        .toList(),
                doubling.inputs(),
                Arrays.stream(outputs)
                        .map(y -> new Value(y, doubling.outputs().getFirst().type(), Extras.NONE))
                        .toList(),
                List.of(Tensor.ofFloats("two", new float[] {2})));
    }
}
