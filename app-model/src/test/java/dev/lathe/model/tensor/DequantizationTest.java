package dev.lathe.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import org.junit.jupiter.api.Test;

final class DequantizationTest {
    private static final Tensor STORED =
            Tensor.ofBytes("w", DataType.INT8, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 4);

    @Test
    void hasOneScaleForAll() {
        assertThat(real(new Dequantization(new double[] {0.5}, new double[] {1}, 1, 0)))
                .containsExactly(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5);
    }

    @Test
    void hasAScaleForEachChannelOfAnyAxis() {
        assertThat(real(new Dequantization(new double[] {1, 10}, new double[] {0, 1}, -2, 0)))
                .containsExactly(1, 2, 3, 4, 40, 50, 60, 70);
        assertThat(real(new Dequantization(new double[] {1, 10, 100, 0}, new double[4], 1, 0)))
                .containsExactly(1, 20, 300, 0, 5, 60, 700, 0);
    }

    @Test
    void hasAScaleForEachBlock() {
        var last = new Dequantization(new double[] {1, 10, 100, 1000}, new double[4], 1, 2);
        var first = new Dequantization(new double[] {1, 10, 100, 1000}, new double[4], 0, 2);

        assertThat(real(last)).containsExactly(1, 2, 30, 40, 500, 600, 7000, 8000);
        assertThat(real(first)).containsExactly(1, 20, 300, 4000, 5, 60, 700, 8000);
    }

    @Test
    void doesNotGoWithATensorOfOtherSizes() {
        var three = new Dequantization(new double[3], new double[3], 1, 0);

        assertThat(Numbers.of(STORED, three)).isEmpty();
    }

    private static double[] real(Dequantization how) {
        var numbers = Numbers.of(STORED, how).orElseThrow();
        var whole = new double[8];
        numbers.read(0, whole, 8);
        var parts = new double[8];
        var part = new double[3];
        for (int from = 0; from < 8; from += 3) {
            int length = Math.min(3, 8 - from);
            numbers.read(from, part, length);
            System.arraycopy(part, 0, parts, from, length);
        }
        assertThat(parts).isEqualTo(whole);
        return whole;
    }
}
