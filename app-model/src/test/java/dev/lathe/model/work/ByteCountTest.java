package dev.lathe.model.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteCountTest {
    @Test
    void takesTheLargestUnitThatThereIsOneOf() {
        assertThat(ByteCount.text(0)).isEqualTo("0 B");
        assertThat(ByteCount.text(1023)).isEqualTo("1023 B");
        assertThat(ByteCount.text(417_452_700)).isEqualTo("398.11 MiB");
        assertThat(ByteCount.text(1L << 41)).isEqualTo("2.00 TiB");
    }
}
