package dev.lathe.profiler.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.data.Sample;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.runner.ProcessModelRunner;
import dev.lathe.profiler.runner.RunnerLaunch;
import dev.lathe.profiler.testing.FakeDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One network in two formats, each run by its own runtime.
@Tag("corpus")
class PairsCorpusTest {
    private static final Path PAIRS =
            Path.of(System.getProperty("lathe.data", ".")).resolve("models/pairs");

    @ParameterizedTest
    @CsvSource({"alexa_v0.1, 16, 96, 0", "embedding_model, 76, 32, 1"})
    void giveTheSameOutputs(String name, int height, int width, int channels) throws Exception {
        try (var runner = new ProcessModelRunner(RunnerLaunch.ofThisProcess())) {
            var comparison =
                    new Evaluator(runner)
                            .compare(
                                    ModelFiles.read(PAIRS.resolve(name + ".onnx")),
                                    ModelFiles.read(PAIRS.resolve(name + ".tflite")),
                                    noise(
                                            channels == 0
                                                    ? new long[] {height, width}
                                                    : new long[] {height, width, channels}),
                                    Progress.NONE);

            assertThat(comparison.samples()).isEqualTo(20);
            assertThat(comparison.sqnrDb()).isGreaterThan(80);
        }
    }

    private static FakeDataset noise(long... sizes) {
        var random = new Random(1);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < 20; i++) {
            long elements = 1;
            for (long size : sizes) {
                elements *= size;
            }
            var values = new float[Math.toIntExact(elements)];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) random.nextGaussian();
            }
            samples.add(
                    new Sample(
                            "noise " + i, Tensor.ofFloats("", values, sizes), OptionalInt.empty()));
        }
        return new FakeDataset(samples, List.of(), false);
    }
}
