package dev.lathe.model.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
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
                .hasMessage(target + ": its folder does not exist");
    }

    @Test
    void namesTheTargetWhenTheDiskIsFull() {
        var target = folder.resolve("model.onnx");

        assertThatThrownBy(() ->
                        AtomicFile.write(
                                target,
                                stream -> {
                                    throw new IOException("No space left on device");
                                }))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(target + ": the disk is full");
    }

    @Test
    void doesNotReplaceASocket() throws Exception {
        var target = folder.resolve("s");
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(target));

            assertThatThrownBy(() -> AtomicFile.write(target, stream -> stream.write(1)))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageStartingWith(target + ": it is a ");
        }
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
                .hasMessage(target + ": no space left");

        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("notes.txt");
    }
}
