package dev.lathe.model.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoReasonTest {

    @Test
    void saysWhyAndNotOnlyWhere() {
        assertThat(IoReason.of(new NoSuchFileException("/a")))
                .isEqualTo("there is no such file or folder");
        assertThat(IoReason.of(new AccessDeniedException("/a"))).isEqualTo("access is denied");
        assertThat(IoReason.of(new FileSystemException("/a", null, "Too many levels")))
                .isEqualTo("Too many levels");
        assertThat(IoReason.of(new IOException("No space left on device")))
                .isEqualTo("the disk is full");
        assertThat(IoReason.of(new FileSystemException("/a")))
                .isEqualTo("the system does not say why");
    }
}
