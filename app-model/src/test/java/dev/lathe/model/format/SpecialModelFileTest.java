package dev.lathe.model.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Datasets;
import dev.lathe.model.data.Preprocess;
import dev.lathe.model.graph.ModelFormatException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class SpecialModelFileTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir Path folder = Path.of("");

    @Test
    void refusesAPipeWithoutWaitingForIt() throws Exception {
        var pipe = pipe("model.onnx");

        assertTimeoutPreemptively(
                LIMIT,
                () ->
                        assertThatThrownBy(() -> ModelFiles.read(pipe))
                                .isInstanceOf(ModelFormatException.class)
                                .hasMessageContaining("it is a named pipe; save what it gives"));
    }

    @Test
    void refusesDataInAPipeWithoutWaitingForIt() throws Exception {
        var pipe = pipe("x.npy");

        assertTimeoutPreemptively(
                LIMIT,
                () ->
                        assertThatThrownBy(() -> Datasets.open(pipe, Preprocess.NONE))
                                .isInstanceOf(DatasetException.class)
                                .hasMessageContaining("it is a named pipe; save what it gives"));
    }

    @Test
    void refusesAnImageThatIsAPipe() throws Exception {
        pipe("image.png");

        assertTimeoutPreemptively(
                LIMIT,
                () ->
                        assertThatThrownBy(() -> Datasets.open(folder, Preprocess.NONE).read(0))
                                .isInstanceOf(DatasetException.class)
                                .hasMessageContaining("it is a named pipe and no file"));
    }

    @Test
    void refusesADevice() {
        assertThatThrownBy(() -> ModelFiles.read(Path.of("/dev/zero")))
                .hasMessageContaining("/dev/zero: it is a device;");
    }

    private Path pipe(String name) throws Exception {
        var pipe = folder.resolve(name);
        new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
        return pipe;
    }
}
