package dev.lathe.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimplifyCommandTest {
    private static final Path MODEL = CommandLineRun.sample("model.onnx");

    @TempDir Path folder = Path.of("");

    @Test
    void saysHowManyNodesAreLeftAndWhatWasDone() {
        var out = folder.resolve("simple.onnx");

        var run = CommandLineRun.of("simplify", MODEL, "-o", out, "--opset", "17", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("nodesAfter").asLong())
                .isLessThanOrEqualTo(run.json().get("nodesBefore").asLong());
        assertThat(run.json().get("undone")).isEmpty();
        assertThat(CommandLineRun.of("inspect", out, "--json").json().get("opsets").toString())
                .contains("17");
    }

    @Test
    void setsFreeDimensionsFirst() {
        var out = folder.resolve("fixed.onnx");

        var run = CommandLineRun.of("simplify", MODEL, "-o", out, "--dim", "batch=3");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines().getFirst()).contains("nodes, ");
        assertThat(
                        CommandLineRun.of("inspect", out, "--json")
                                .json()
                                .get("inputs")
                                .get(0)
                                .get("shape")
                                .get(0)
                                .asLong())
                .isEqualTo(3);
    }

    @Test
    void refusesAPassThatThereIsNot() {
        var out = folder.resolve("none.onnx");

        var run = CommandLineRun.of("simplify", MODEL, "-o", out, "--skip", "magic");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--skip must be one of constant-nodes");
        assertThat(Files.exists(out)).isFalse();
    }
}
