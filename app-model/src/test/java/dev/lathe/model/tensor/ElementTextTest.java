package dev.lathe.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ElementTextTest {

    @Test
    void isExactForLargeIntegers() {
        var tensor = Tensor.ofLongs("w", new long[] {Long.MAX_VALUE, Long.MIN_VALUE + 1}, 2);

        assertThat(text(tensor, 0)).isEqualTo("9223372036854775807");
        assertThat(text(tensor, 1)).isEqualTo("-9223372036854775807");
    }

    @Test
    void hasTheDigitsThatAFloatHolds() {
        var tensor = Tensor.ofFloats("w", new float[] {0.1f, 1, -1e-7f, Float.NaN, 1 / 3f}, 5);

        assertThat(text(tensor, 0)).isEqualTo("0.1");
        assertThat(text(tensor, 1)).isEqualTo("1");
        assertThat(text(tensor, 2)).isEqualTo("-1e-7");
        assertThat(text(tensor, 3)).isEqualTo("NaN");
        assertThat(text(tensor, 4)).isEqualTo("0.33333334");
    }

    @Test
    void hasNoMoreDigitsThanSmallFloatsHold() {
        var half = MemorySegment.ofArray(new byte[] {0x66, 0x2e, (byte) 0xff, 0x7b});
        var tensor = Tensor.of("w", DataType.FLOAT16, List.of(2L), half);

        assertThat(text(tensor, 0)).isEqualTo("0.099976");
        assertThat(text(tensor, 1)).isEqualTo("65504");
    }

    @Test
    void showsBothPartsOfComplexNumbers() {
        var bytes = Tensor.ofFloats("", new float[] {1, -2}, 2).bytes().orElseThrow();
        var tensor = Tensor.of("w", DataType.COMPLEX64, List.of(1L), bytes);

        assertThat(text(tensor, 0)).isEqualTo("1-2i");
    }

    private static String text(Tensor tensor, long position) {
        return ElementText.of(tensor).orElseThrow().text(position);
    }
}
