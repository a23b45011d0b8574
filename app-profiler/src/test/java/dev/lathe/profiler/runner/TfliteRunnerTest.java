package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.profiler.testing.TfliteModels;
import dev.lathe.runner.RuntimeKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TfliteRunnerTest {
    private final ProcessModelRunner runner = new ProcessModelRunner(RunnerLaunch.ofThisProcess());

    @TempDir Path folder;

    @AfterEach
    void endProcesses() {
        runner.close();
    }

    @Test
    void tellsItsNameAndVersion() throws Exception {
        try (var process = Runner.start(RunnerLaunch.ofThisProcess())) {
            var version = process.describe(RuntimeKind.TFLITE);

            assertThat(version.name()).isEqualTo("TensorFlow Lite");
            assertThat(version.version()).isEqualTo("2.20.0");
        }
    }

    @Test
    void tellsInputsOfOneNameApartAndTakesAnyBatch() throws Exception {
        var model = model(TfliteModels.sum());
        try (var session = runner.open(model)) {
            for (int batch : new int[] {1, 3, 2}) {
                var ones = new float[2 * batch];
                Arrays.fill(ones, 1);
                var twos = new float[2 * batch];
                Arrays.fill(twos, 2);

                var outputs =
                        session.run(
                                Map.of(
                                        model.graph().inputs().get(0).name(),
                                        Tensor.ofFloats("", ones, batch, 2),
                                        model.graph().inputs().get(1).name(),
                                        Tensor.ofFloats("", twos, batch, 2)));

                var threes = new float[2 * batch];
                Arrays.fill(threes, 3);
                assertThat(outputs)
                        .isEqualTo(Map.of("sum", Tensor.ofFloats("sum", threes, batch, 2)));
            }
        }
    }

    @Test
    void takesAndGivesStrings() throws Exception {
        var inputs =
                Map.of(
                        "words",
                        strings("words", "one", "", "größer"),
                        "places",
                        Tensor.ofInts("places", new int[] {2, 0}, 2));
        try (var session = runner.open(model(TfliteModels.chooseWords()))) {
            assertThat(session.run(inputs))
                    .isEqualTo(Map.of("chosen", strings("chosen", "größer", "one")));
        }
    }

    @Test
    void takesAndGivesTruthValues() throws Exception {
        var input = Tensor.ofBytes("x", DataType.BOOL, new byte[] {0, 1}, 2);
        try (var session = runner.open(model(TfliteModels.not()))) {
            assertThat(session.run(Map.of("x", input)))
                    .isEqualTo(
                            Map.of("y", Tensor.ofBytes("y", DataType.BOOL, new byte[] {1, 0}, 2)));
        }
    }

    @Test
    void namesTheOperatorThatIsNotItsOwn() throws Exception {
        var model = model(TfliteModels.unknownOperator());

        assertThatThrownBy(() -> runner.open(model))
                .hasMessage(
                        "Cannot load model.tflite: its operator 'Frobnicate' is not one of"
                                + " TensorFlow Lite's own; the model runs only on the device or"
                                + " with the library that it was made for");
    }

    @Test
    void namesBothShapesOfAnInputThatDoesNotFit() throws Exception {
        var wrong = Tensor.ofBytes("x", DataType.BOOL, new byte[3], 3);
        try (var session = runner.open(model(TfliteModels.not()))) {
            assertThatThrownBy(() -> session.run(Map.of("x", wrong)))
                    .hasMessage(
                            "Cannot run model.tflite: its input 'x' is bool 2, but bool 3 was"
                                    + " given");
        }
    }

    private ModelGraph model(byte[] bytes) throws Exception {
        return ModelFiles.read(Files.write(folder.resolve("model.tflite"), bytes));
    }

    private static Tensor strings(String name, String... elements) {
        return new Tensor(
                name,
                DataType.STRING,
                List.of((long) elements.length),
                new Strings(
                        Arrays.stream(elements)
                                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                                .toList()),
                Extras.NONE);
    }
}
