package dev.lathe.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutOverlayTest {
    private static final Path MODEL = CommandLineRun.sample("model.onnx");

    @TempDir Path folder = Path.of("");

    @Test
    void coloursBoxesAndWritesTheirValues() throws IOException {
        var plain = folder.resolve("plain.svg");
        var coloured = folder.resolve("macs.svg");

        CommandLineRun.of("layout", MODEL, "--expand-all", "--svg", plain);
        var run =
                CommandLineRun.of(
                        "layout", MODEL, "--expand-all", "--svg", coloured, "--overlay", "macs");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines().getLast()).startsWith("coloured by MACs, 0 to ");
        assertThat(Files.readString(coloured))
                .contains(" M<")
                .isNotEqualTo(Files.readString(plain));
    }

    @Test
    void saysWhyAFileOfValuesCannotBeUsed() throws IOException {
        var values = Files.writeString(folder.resolve("values.json"), "{\"elsewhere\": 1}");

        var run = CommandLineRun.of("layout", MODEL, "--overlay", values);

        assertThat(run.code()).isNotZero();
        assertThat(run.err())
                .contains(
                        "Cannot show the values in values.json: nothing in this model is called"
                                + " 'elsewhere'");
    }

    @Test
    void saysWhatItCanColourBy() {
        var run = CommandLineRun.of("layout", MODEL, "--overlay", "beauty");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Cannot colour by 'beauty': it is none of macs, parameters");
    }
}
