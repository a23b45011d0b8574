package dev.lathe.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditSizesTest {
    @TempDir Path folder = Path.of("");

    private Path model = Path.of("");

    @BeforeEach
    void saveWithADataFile() {
        model = folder.resolve("m.onnx");
        CommandLineRun.of(
                "save", CommandLineRun.sample("model.onnx"), "-o", model, "--external-data");
    }

    @Test
    void countsTheDataFiles() throws Exception {
        var sample = Files.size(CommandLineRun.sample("model.onnx"));

        var json =
                CommandLineRun.of(
                                "prune",
                                model,
                                "-o",
                                folder.resolve("p.onnx"),
                                "--amount",
                                "0.5",
                                "--json")
                        .json();

        assertThat(json.get("sizeBefore").asLong()).isGreaterThan(sample * 9 / 10);
        assertThat(json.get("sizeAfter").asLong()).isGreaterThan(sample * 9 / 10);
    }

    @Test
    void measuresAModelBeforeItIsWrittenOver() throws Exception {
        CommandLineRun.of("save", CommandLineRun.sample("model.onnx"), "-o", model);
        long before = Files.size(model);

        var json =
                CommandLineRun.of("quantize", model, "-o", model, "--mode", "dynamic", "--json")
                        .json();

        assertThat(json.get("sizeBefore").asLong()).isEqualTo(before);
        assertThat(json.get("sizeAfter").asLong())
                .isEqualTo(Files.size(model))
                .isNotEqualTo(before);
    }
}
