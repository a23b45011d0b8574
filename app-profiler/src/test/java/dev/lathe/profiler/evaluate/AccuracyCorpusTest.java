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

/// Known accuracies of real models on real data, as the README beside the data states them.
@Tag("corpus")
@TestInstance(Lifecycle.PER_CLASS)
class AccuracyCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", "."));
    private static final String RAW = "{\"layout\":\"NCHW\",\"channels\":\"GRAY\",\"scale\":1}";
    private static final String UNIT =
            "{\"layout\":\"NCHW\",\"channels\":\"GRAY\",\"scale\":0.00392156862745098}";
    private static final String NORMAL =
            "{\"layout\":\"NCHW\",\"channels\":\"GRAY\",\"scale\":0.00392156862745098,"
                    + "\"mean\":[0.1307],\"std\":[0.3081]}";
    private static final String CIFAR =
            "{\"layout\":\"NCHW\",\"channels\":\"RGB\",\"scale\":0.00392156862745098,"
                    + "\"mean\":[0.4914,0.4822,0.4465],\"std\":[0.2471,0.2435,0.2616]}";

    private final ProcessModelRunner runner = new ProcessModelRunner(RunnerLaunch.ofThisProcess());

    @AfterAll
    void endRunner() {
        runner.close();
    }

    @ParameterizedTest
    @CsvSource({
        "mnist-12-cntk.onnx, raw, 98.91",
        "mnist-pytorch.onnx, normal, 99.07",
        "mnist-fc-256x2.onnx, unit, 98.08"
    })
    void recognizesDigits(String model, String preprocess, double percent) throws Exception {
        var json =
                switch (preprocess) {
                    case "raw" -> RAW;
                    case "unit" -> UNIT;
                    default -> NORMAL;
                };
        var data = open(DATA.resolve("datasets/mnist/t10k-images-idx3-ubyte.gz"), json);

        var evaluation = evaluate("models/mnist/" + model, data);

        assertThat(evaluation.samples()).isEqualTo(10_000);
        assertThat(100 * evaluation.top1()).isCloseTo(percent, within(0.3));
    }

    @Test
    void recognizesSmallPictures() throws Exception {
        var data = open(DATA.resolve("datasets/cifar10/test"), CIFAR);

        var evaluation = evaluate("models/cifar10/resnet_2b.onnx", data);

        assertThat(evaluation.samples()).isEqualTo(2_000);
        assertThat(100 * evaluation.top1()).isCloseTo(68.7, within(0.3));
    }

    private Evaluation evaluate(String model, Dataset data) throws Exception {
        var result =
                new Evaluator(runner)
                        .evaluate(ModelFiles.read(DATA.resolve(model)), data, Progress.NONE);
        return result;
    }

    private static Dataset open(Path path, String preprocess) throws Exception {
        return Datasets.open(path, PreprocessJson.read(preprocess, "test"));
    }
}
