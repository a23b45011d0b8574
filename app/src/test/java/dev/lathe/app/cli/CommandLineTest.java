package dev.lathe.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final Path MODEL = CommandLineRun.sample("model.onnx");
    private static final Path CALIBRATION = CommandLineRun.sample("calib1k-images-idx3-ubyte.gz");
    private static final Path TEST = CommandLineRun.sample("t2k-images-idx3-ubyte.gz");

    @TempDir Path folder = Path.of("");

    @Test
    void refusesWrongUsageWithTheExitCodeTwo() {
        assertThat(CommandLineRun.of("prune", MODEL).code()).isEqualTo(2);
        assertThat(CommandLineRun.of("quantize", MODEL, "-o", "x", "--mode", "maybe").code())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("prune", MODEL, "-o", "x", "--amount", "1.5").code())
                .isEqualTo(2);
    }

    @Test
    void reportsAFailureInOneLine() {
        var run = CommandLineRun.of("save", folder.resolve("none.onnx"), "-o", folder.resolve("o"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().startsWith("lathe: Cannot open ");
    }

    @Test
    void printsAStackTraceOnlyWhenAsked() {
        var run =
                CommandLineRun.of(
                        "save", folder.resolve("none.onnx"), "-o", folder.resolve("o"), "--debug");

        assertThat(run.err()).contains("    at dev.lathe.");
    }

    @Test
    void savesAnUneditedModelByteForByte() throws Exception {
        var copy = folder.resolve("copy.onnx");

        assertThat(CommandLineRun.of("save", MODEL, "-o", copy).code()).isZero();

        assertThat(Files.mismatch(MODEL, copy)).isEqualTo(-1);
    }

    @Test
    void savesWeightsToADataFileWhenAsked() {
        var target = folder.resolve("m.onnx");

        assertThat(CommandLineRun.of("save", MODEL, "-o", target, "--external-data").code())
                .isZero();

        assertThat(folder.resolve("m.onnx.data")).isNotEmptyFile();
        assertThat(CommandLineRun.of("inspect", target).code()).isZero();
    }

    @Test
    void saysWhereItCannotWrite() {
        var run = CommandLineRun.of("save", MODEL, "-o", folder.resolve("none/copy.onnx"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("lathe: Cannot ");
    }

    @Test
    void prunesAndSaysWhatItChanged() {
        var out = folder.resolve("pruned.onnx");

        var run = CommandLineRun.of("prune", MODEL, "-o", out, "--amount", "0.5", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("changed")).isNotEmpty();
        assertThat(out).exists();
    }

    @Test
    void keepsTheAccuracyWhenQuantizingWithCalibrationData() {
        var out = folder.resolve("int8.onnx");

        var quantized =
                CommandLineRun.of(
                        "quantize",
                        MODEL,
                        "-o",
                        out,
                        "--mode",
                        "static",
                        "--data",
                        CALIBRATION,
                        "--preprocess",
                        "fashion-mnist",
                        "--limit",
                        "200",
                        "--json");

        assertThat(quantized.code()).as(quantized.err()).isZero();
        assertThat(top1(out)).isGreaterThan(top1(MODEL) - 0.01);
        assertThat(quantized.json().get("sizeAfter").asLong())
                .isLessThan(quantized.json().get("sizeBefore").asLong() / 2);
    }

    @Test
    void replaysARecipeToTheSameBytes() throws Exception {
        var recipe = folder.resolve("recipe.json");
        Files.writeString(
                recipe,
                """
                {"version": 1, "edits": [
                  {"edit": "prune-magnitude", "amount": 0.3, "scope": "global"},
                  {"edit": "quantize-dynamic", "weight": "s8", "granularity": "channel"}]}
                """);
        var first = folder.resolve("first.onnx");
        var second = folder.resolve("second.onnx");

        var run = CommandLineRun.of("apply", MODEL, "--recipe", recipe, "-o", first);
        CommandLineRun.of("apply", MODEL, "--recipe", recipe, "-o", second);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }

    @Test
    void saysThatTheDataHasNoLabels() throws Exception {
        var images = Files.copy(TEST, folder.resolve("some-images-idx3-ubyte.gz"));

        var run =
                CommandLineRun.of(
                        "evaluate", MODEL, "--data", images, "--preprocess", "fashion-mnist");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines().toList().getLast()).contains("no labels");
    }

    private static double top1(Path model) {
        return CommandLineRun.of(
                        "evaluate",
                        model,
                        "--data",
                        TEST,
                        "--preprocess",
                        "fashion-mnist",
                        "--json")
                .json()
                .get("top1")
                .asDouble();
    }
}
