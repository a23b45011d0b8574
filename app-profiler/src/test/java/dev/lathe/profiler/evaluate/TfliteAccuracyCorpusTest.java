package dev.lathe.profiler.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.Datasets;
import dev.lathe.model.data.PreprocessJson;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.runner.ProcessModelRunner;
import dev.lathe.profiler.runner.RunnerLaunch;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Accuracies of real TensorFlow Lite models on real data.
@Tag("corpus")
@TestInstance(Lifecycle.PER_CLASS)
class TfliteAccuracyCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", "."));
    private static final String RAW = "{\"layout\":\"NHWC\",\"channels\":\"RGB\",\"scale\":1}";
    private static final String UNIT =
            "{\"layout\":\"NHWC\",\"channels\":\"GRAY\",\"scale\":0.00392156862745098}";

    private final ProcessModelRunner runner = new ProcessModelRunner(RunnerLaunch.ofThisProcess());

    @AfterAll
    void endRunner() {
        runner.close();
    }

    /// MLPerf Tiny states 87 % and 85 % on the original pictures. Those here were compressed with
    /// JPEG at quality 75 and half the colour resolution, which costs ten points at this size; both
    /// models lose the same.
    @ParameterizedTest
    @CsvSource({"mlperf_resnet8.tflite, 76.40", "mlperf_resnet8_int8.tflite, 76.15"})
    void recognizesSmallPictures(String model, double percent) throws Exception {
        var evaluation = evaluate("models/tflite/" + model, pictures(2_000));

        assertThat(evaluation.samples()).isEqualTo(2_000);
        assertThat(100 * evaluation.top1()).isCloseTo(percent, within(0.5));
    }

    @Test
    void findsTheQuantizedModelCloseToTheOneItWasMadeFrom() throws Exception {
        var comparison =
                new Evaluator(runner)
                        .compare(
                                ModelFiles.read(
                                        DATA.resolve("models/tflite/mlperf_resnet8.tflite")),
                                ModelFiles.read(
                                        DATA.resolve("models/tflite/mlperf_resnet8_int8.tflite")),
                                pictures(400),
                                Progress.NONE);

        assertThat(comparison.top1Agreement()).isGreaterThan(0.93);
        assertThat(comparison.cosine()).isGreaterThan(0.97);
    }

    @ParameterizedTest
    @CsvSource({
        "models/tflite/keras_lstm_mnist_ptq.tflite, 97.10",
        "tflite-models/mnist_quantized.tflite, 95.40"
    })
    void recognizesDigits(String model, double percent) throws Exception {
        var digits =
                Datasets.open(
                        DATA.resolve("datasets/mnist/t10k-images-idx3-ubyte.gz"),
                        PreprocessJson.read(UNIT, "test"));

        var evaluation = evaluate(model, digits.slice(0, 2_000));

        assertThat(100 * evaluation.top1()).isCloseTo(percent, within(0.5));
    }

    private Evaluation evaluate(String model, Dataset data) throws Exception {
        return new Evaluator(runner)
                .evaluate(ModelFiles.read(DATA.resolve(model)), data, Progress.NONE);
    }

    private static Dataset pictures(int count) throws Exception {
        var all =
                Datasets.open(
                        DATA.resolve("datasets/cifar10/test"), PreprocessJson.read(RAW, "test"));
        return all.slice(0, count);
    }
}
