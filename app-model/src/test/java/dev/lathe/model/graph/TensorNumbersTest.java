package dev.lathe.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.TensorContent.Sparse;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TensorNumbersTest {

    @Test
    void readsFloatsOfEightBits() {
        // figures of ml_dtypes 0.5
        assertThat(all(DataType.FLOAT8E4M3FN, 256, 0x01, 0x7e, 0x7f, 0xff, 0x80))
                .containsExactly(0x1p-9, 448, Double.NaN, Double.NaN, -0.0);
        assertThat(all(DataType.FLOAT8E4M3FNUZ, 256, 0x01, 0x7f, 0x80))
                .containsExactly(0x1p-10, 240, Double.NaN);
        assertThat(all(DataType.FLOAT8E5M2, 256, 0x01, 0x7b, 0x7c, 0xfc, 0x7d))
                .containsExactly(
                        0x1p-16,
                        57344,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.NaN);
        assertThat(all(DataType.FLOAT8E5M2FNUZ, 256, 0x01, 0x7f, 0x80))
                .containsExactly(0x1p-17, 57344, Double.NaN);
        assertThat(all(DataType.FLOAT8E8M0, 256, 0x00, 0x7f, 0xfe, 0xff))
                .containsExactly(0x1p-127, 1, 0x1p127, Double.NaN);
    }

    @Test
    void readsTypesThatSharedBytesHold() {
        assertThat(read(DataType.UINT2, 5, 0b11_10_01_00, 0b01)).containsExactly(0, 1, 2, 3, 1);
        assertThat(read(DataType.INT2, 4, 0b11_10_01_00)).containsExactly(0, 1, -2, -1);
        assertThat(read(DataType.INT4, 3, 0x8f, 0x07)).containsExactly(-1, -8, 7);
        assertThat(read(DataType.FLOAT4E2M1, 4, 0x71, 0xf8)).containsExactly(0.5, 6, -0.0, -6);
    }

    @Test
    void readsFourElementsOfSixBitsFromThreeBytes() {
        // 1, 31, 32, 63 as one stream of bits from the lowest bit up
        assertThat(read(DataType.FLOAT6E2M3, 4, 0xc1, 0x07, 0xfe))
                .containsExactly(0.125, 7.5, -0.0, -7.5);
        assertThat(read(DataType.FLOAT6E3M2, 4, 0xc1, 0x07, 0xfe))
                .containsExactly(0.0625, 28, -0.0, -28);
    }

    @Test
    void readsASparseTensorWithoutMakingItDense() {
        var values = Tensor.ofFloats("", new float[] {5, 7}, 2).bytes().orElseThrow();
        var places = Tensor.ofLongs("", new long[] {3, 9_999_999}, 2).bytes().orElseThrow();
        var tensor =
                new Tensor(
                        "w",
                        DataType.FLOAT,
                        List.of(10_000_000L),
                        new Sparse(values, places),
                        Extras.NONE);

        var numbers = TensorNumbers.of(tensor).orElseThrow();

        var block = new double[4];
        numbers.read(2, block, 4);
        assertThat(block).containsExactly(0, 5, 0, 0);
        assertThat(numbers.get(9_999_999)).isEqualTo(7);
        assertThat(tensor.bytes()).isEmpty();
    }

    @Test
    void refusesASparseTensorThatIsMostlyNothing() {
        var none = MemorySegment.ofArray(new byte[0]);
        var tensor =
                new Tensor(
                        "w",
                        DataType.FLOAT,
                        List.of(1L << 40),
                        new Sparse(none, none),
                        Extras.NONE);

        assertThat(TensorNumbers.of(tensor)).isEmpty();
    }

    /// Elements at the given positions of a tensor whose bytes count up.
    private static double[] all(DataType type, int count, int... positions) {
        var bytes = new int[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = i;
        }
        var numbers = read(type, count, bytes);
        var result = new double[positions.length];
        for (int i = 0; i < positions.length; i++) {
            result[i] = numbers[positions[i]];
        }
        return result;
    }

    private static double[] read(DataType type, int count, int... bytes) {
        var stored = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            stored[i] = (byte) bytes[i];
        }
        var tensor = Tensor.of("w", type, List.of((long) count), MemorySegment.ofArray(stored));
        var block = new double[count];
        TensorNumbers.of(tensor).orElseThrow().read(0, block, count);
        return block;
    }
}
