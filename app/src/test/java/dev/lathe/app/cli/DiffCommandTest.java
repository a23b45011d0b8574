package dev.lathe.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    private static final Path MODEL = CommandLineRun.sample("model.onnx");

    @TempDir Path folder = Path.of("");

    @Test
    void callsAModelIdenticalToItself() {
        var json = CommandLineRun.of("diff", MODEL, MODEL, "--json").json();

        assertThat(json.get("identical").asBoolean()).isTrue();
        for (String change : new String[] {"added", "removed", "changed"}) {
            assertThat(json.get("nodes").get(change)).isEmpty();
            assertThat(json.get("tensors").get(change)).isEmpty();
        }
        assertThat(CommandLineRun.of("diff", MODEL, MODEL).out())
                .isEqualToIgnoringNewLines("The models are identical.");
    }

    @Test
    void saysWhatPruningDidAndThatNothingFailed() {
        var pruned = folder.resolve("pruned.onnx");
        CommandLineRun.of("prune", MODEL, "-o", pruned, "--amount", "0.5");

        var run = CommandLineRun.of("diff", MODEL, pruned, "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("identical").asBoolean()).isFalse();
        assertThat(run.json().get("nodes").get("changed")).isEmpty();
        var distance = run.json().get("tensors").get("changed").get(0).get("distance");
        assertThat(distance.get("zerosAfter").asLong())
                .isGreaterThan(distance.get("zerosBefore").asLong());
        assertThat(CommandLineRun.of("diff", MODEL, pruned).lines())
                .anyMatch(line -> line.contains("SQNR") && line.contains("zeros"));
    }

    @Test
    void refusesAFileThatCannotBeOpened() {
        var run = CommandLineRun.of("diff", MODEL, folder.resolve("none.onnx"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines().toList().getLast()).startsWith("lathe: Cannot open ");
    }
}
