package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.profiler.testing.Models;
import dev.lathe.runner.Optimization;
import dev.lathe.runner.SavedForm;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessModelRunnerTest {
    private final ProcessModelRunner runner = new ProcessModelRunner(RunnerLaunch.ofThisProcess());

    @AfterEach
    void endProcesses() {
        runner.close();
    }

    @Test
    void runsAModelThatNoFileHolds() throws Exception {
        try (var session = runner.open(Models.doubling())) {
            var outputs =
                    session.run(Map.of("x", Tensor.ofFloats("x", new float[] {1, 2, 3}, 1, 3)));

            assertThat(outputs).containsOnlyKeys("scores");
            assertThat(outputs.values().iterator().next().toFloats()).containsExactly(2, 4, 6);
        }
    }

    @Test
    void runsAFileInTheRuntimesOwnFormWhateverItsNameIs(@TempDir Path folder) throws Exception {
        var file = folder.resolve("model.bin");
        try (var process = Runner.start(RunnerLaunch.ofThisProcess())) {
            process.save(Models.doubling(), file, SavedForm.ORT, Optimization.NONE);
        }
        var bytes = MemorySegment.ofArray(Files.readAllBytes(file));
        var doubling = Models.doubling();
        var model =
                new ModelGraph(
                        doubling.header(),
                        doubling.graph(),
                        List.of(),
                        Extras.NONE,
                        Optional.of(new ModelOrigin(file, bytes)),
                        List.of());

        try (var session = runner.open(model)) {
            var outputs =
                    session.run(Map.of("x", Tensor.ofFloats("x", new float[] {1, 2, 3}, 1, 3)));

            assertThat(outputs.values().iterator().next().toFloats()).containsExactly(2, 4, 6);
        }
    }

    @Test
    void runsSeveralTimesAndSeveralSessions() throws Exception {
        try (var one = runner.open(Models.doubling());
                var other = runner.open(Models.dense(4))) {
            for (int batch = 1; batch <= 3; batch++) {
                var input = Tensor.ofFloats("x", new float[3 * batch], batch, 3);

                assertThat(one.run(Map.of("x", input)).values())
                        .extracting(Tensor::sizes)
                        .containsExactly(List.of((long) batch, 3L));
                assertThat(other.run(Map.of("x", Tensor.ofFloats("x", new float[4], 1, 4))))
                        .containsOnlyKeys("y");
            }
        }
    }

    @Test
    void namesTheModelThatCannotBeLoaded() {
        assertThatThrownBy(() -> runner.open(Models.unknownOperator()))
                .isInstanceOf(ModelRunException.class)
                .hasMessageStartingWith("Cannot load 'made by hand': ")
                .hasMessageContaining("Frobnicate")
                .hasMessageNotContaining("\n");
    }

    @Test
    void namesTheInputThatIsMissing() throws Exception {
        try (var session = runner.open(Models.doubling())) {
            assertThatThrownBy(() -> session.run(Map.of()))
                    .hasMessage(
                            "Cannot run 'made by hand': it needs an input 'x', but none was given");
        }
    }

    @Test
    void namesBothShapesOfAnInputThatDoesNotFit() throws Exception {
        try (var session = runner.open(Models.doubling())) {
            var wrong = Tensor.ofFloats("x", new float[4], 1, 4);

            assertThatThrownBy(() -> session.run(Map.of("x", wrong)))
                    .hasMessage(
                            "Cannot run 'made by hand': its input 'x' is float32 N×3, but float32"
                                    + " 1×4 was given");
        }
    }

    @Test
    void isClosedTwiceWithoutHarm() throws Exception {
        var session = runner.open(Models.doubling());

        session.close();
        session.close();
        runner.close();
    }
}
