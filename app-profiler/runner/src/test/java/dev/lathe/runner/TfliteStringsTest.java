package dev.lathe.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TfliteStringsTest {

    @Test
    void writesTheNumberTheOffsetsAndTheBytes() {
        var encoded = TfliteStrings.encode(wire("ab", "", "ç")).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(List.of(encoded.getInt(), encoded.getInt(), encoded.getInt()))
                .containsExactly(3, 20, 22);
        assertThat(List.of(encoded.getInt(), encoded.getInt())).containsExactly(22, 24);
        assertThat(StandardCharsets.UTF_8.decode(encoded).toString()).isEqualTo("abç");
    }

    @Test
    void readsWhatItWrote() {
        for (var strings : List.of(wire(), wire(""), wire("one", "", "three"))) {
            assertThat(TfliteStrings.decode(TfliteStrings.encode(strings))).isEqualTo(strings);
        }
    }

    @Test
    void takesATensorWithoutBytesForOneWithoutStrings() {
        assertThat(TfliteStrings.decode(ByteBuffer.allocate(0)).remaining()).isZero();
    }

    private static ByteBuffer wire(String... strings) {
        return StringElements.encode(strings);
    }
}
