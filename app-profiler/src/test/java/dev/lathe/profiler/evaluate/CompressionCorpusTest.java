package dev.lathe.profiler.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.Datasets;
import dev.lathe.model.data.PreprocessJson;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.QuantizeDynamic;
import dev.lathe.model.edit.Edit.QuantizeStatic;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.Edits;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.quantize.Granularity;
import dev.lathe.model.quantize.IntegerType;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.calibrate.MinMaxCalibrator;
import dev.lathe.profiler.runner.ProcessModelRunner;
import dev.lathe.profiler.runner.RunnerLaunch;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What quantization costs real classifiers: no more than one point of accuracy.
@Tag("corpus")
@TestInstance(Lifecycle.PER_CLASS)
class CompressionCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", "."));
    private static final Path SAMPLE =
            Path.of("../resources/src/main/resources/dev/lathe/resources/samples/fashion-cnn");
    private static final int LIMIT = 2_000;
    private static final int CALIBRATION = 200;

    private final ProcessModelRunner runner = new ProcessModelRunner(RunnerLaunch.ofThisProcess());

    @AfterAll
    void endRunner() {
        runner.close();
    }

    /// A classifier with data to test and, after them or apart, to calibrate with.
    enum Subject {
        FASHION(
                SAMPLE.resolve("model.onnx"),
                SAMPLE.resolve("t2k-images-idx3-ubyte.gz"),
                SAMPLE.resolve("calib1k-images-idx3-ubyte.gz"),
                0,
                gray("\"mean\":[0.2860],\"std\":[0.3530],\"scale\":0.00392156862745098")),
        CIFAR(
                DATA.resolve("models/cifar10/resnet_2b.onnx"),
                DATA.resolve("datasets/cifar10/test"),
                DATA.resolve("datasets/cifar10/train"),
                0,
                "{\"layout\":\"NCHW\",\"channels\":\"RGB\",\"scale\":0.00392156862745098,"
                        + "\"mean\":[0.4914,0.4822,0.4465],\"std\":[0.2471,0.2435,0.2616]}"),
        MNIST_CNTK(mnist("mnist-12-cntk.onnx"), gray("\"scale\":1")),
        MNIST_PYTORCH(
                mnist("mnist-pytorch.onnx"),
                gray("\"mean\":[0.1307],\"std\":[0.3081],\"scale\":0.00392156862745098")),
        MNIST_DENSE(mnist("mnist-fc-256x2.onnx"), gray("\"scale\":0.00392156862745098"));

        private final Path model;
        private final Path test;
        private final Path calibration;
        private final int skip;
        private final String preprocess;

        Subject(Path model, String preprocess) {
            this(model, digits(), digits(), LIMIT, preprocess);
        }

        Subject(Path model, Path test, Path calibration, int skip, String preprocess) {
            this.model = model;
            this.test = test;
            this.calibration = calibration;
            this.skip = skip;
            this.preprocess = preprocess;
        }

        private static Path mnist(String file) {
            return DATA.resolve("models/mnist").resolve(file);
        }

        private static Path digits() {
            return DATA.resolve("datasets/mnist/t10k-images-idx3-ubyte.gz");
        }

        private static String gray(String rest) {
            return "{\"layout\":\"NCHW\",\"channels\":\"GRAY\"," + rest + "}";
        }
    }

    @ParameterizedTest
    @EnumSource
    void staticIntegersCostLessThanAPoint(Subject subject) throws Exception {
        assertCost(
                subject,
                new QuantizeStatic(
                        IntegerType.U8,
                        IntegerType.S8,
                        Granularity.CHANNEL,
                        CALIBRATION,
                        LayerSelection.ALL));
    }

    @ParameterizedTest
    @EnumSource
    void dynamicIntegersCostLessThanAPoint(Subject subject) throws Exception {
        assertCost(
                subject,
                new QuantizeDynamic(IntegerType.S8, Granularity.CHANNEL, LayerSelection.ALL));
    }

    private void assertCost(Subject subject, Edit edit) throws Exception {
        var model = ModelFiles.read(subject.model);
        var test = open(subject.test, subject).slice(0, LIMIT);
        var calibration = open(subject.calibration, subject).slice(subject.skip, CALIBRATION);
        var evaluator = new Evaluator(runner);

        var edited =
                Edits.apply(
                        model,
                        edit,
                        new EditTools(new MinMaxCalibrator(runner, calibration), runner),
                        Progress.NONE);

        double before = evaluator.evaluate(model, test, Progress.NONE).top1();
        double after = evaluator.evaluate(edited.model(), test, Progress.NONE).top1();
        assertThat(after).as("top-1, %.4f before", before).isGreaterThan(before - 0.01);
    }

    private static Dataset open(Path path, Subject subject) throws Exception {
        return Datasets.open(path, PreprocessJson.read(subject.preprocess, "test"));
    }
}
