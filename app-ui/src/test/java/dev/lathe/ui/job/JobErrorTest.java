package dev.lathe.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobErrorTest {

    @Test
    void runningOutOfMemoryIsToldInASentence() {
        var error = new JobError(new OutOfMemoryError("Cannot reserve 9 bytes"));

        assertThat(error).hasMessageStartingWith("Cannot go on: there is not enough memory;");
    }

    @Test
    void anyOtherErrorIsToldAsItIs() {
        assertThat(new JobError(new AssertionError("odd"))).hasMessageContaining("odd");
    }
}
