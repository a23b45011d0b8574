package dev.lathe.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void saysWhatIsFullAndWhatToDo() {
        assertThat(sentence(new FileSystemException("m.onnx", null, "No space left on device")))
                .isEqualTo(
                        "Cannot use m.onnx: the disk is full; free some space or choose another"
                                + " disk");
    }

    @Test
    void saysWhatToCheck() {
        assertThat(sentence(new NoSuchFileException("r.json")))
                .isEqualTo("Cannot use r.json: there is no such file or folder; check the path");
        assertThat(sentence(new AccessDeniedException("r.json")))
                .isEqualTo("Cannot use r.json: access is denied; check its permissions");
        assertThat(sentence(new FileSystemException("A/m.onnx", null, "its data file A/B is odd")))
                .isEqualTo(
                        "Cannot use A/m.onnx: its data file A/B is odd; choose another name or"
                                + " folder");
    }

    @Test
    void looksThroughUncheckedFailures() {
        assertThat(sentence(new UncheckedIOException(new NoSuchFileException("x"))))
                .isEqualTo(sentence(new NoSuchFileException("x")));
    }

    @Test
    void namesNoPathWhereThereIsNone() {
        assertThat(sentence(new IOException("Input/output error")))
                .isEqualTo(
                        "Cannot read or write a file: the disk reports an error; check the disk and"
                                + " the permissions");
    }

    private static String sentence(Exception failure) {
        return Failures.sentence(failure);
    }
}
