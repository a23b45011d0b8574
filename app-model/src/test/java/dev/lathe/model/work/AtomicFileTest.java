package dev.lathe.model.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir Path folder = Path.of("");

    @Test
    void namesTheTargetThatCannotBeWritten() {
        var target = folder.resolve("no-folder").resolve("model.onnx");

        assertThatThrownBy(() -> AtomicFile.write(target, stream -> stream.write(1)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(target.toString());
    }

    @Test
    void namesTheTargetThatIsAFolder() throws Exception {
        var target = folder.resolve("model.onnx");
        Files.createDirectories(target.resolve("inner"));

        assertThatThrownBy(() -> AtomicFile.write(target, stream -> stream.write(1)))
                .isInstanceOfSatisfying(
                        FileSystemException.class,
                        e -> assertThat(e.getFile()).isEqualTo(target.toString()));
    }

    @Test
    void leavesTheOldContentWhenWritingFails() throws Exception {
        var target = Files.writeString(folder.resolve("notes.txt"), "old");

        assertThatThrownBy(() ->
                        AtomicFile.write(
                                target,
                                stream -> {
                                    stream.write(1);
                                    throw new IOException("no space left");
                                }))
                .hasMessage("no space left");

        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("notes.txt");
    }
}
