package dev.lathe.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.graph.TensorContent.Missing;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WeightStatisticsTest {

    @Test
    void describesAFloatTensor() {
        var tensor = Tensor.ofFloats("w", new float[] {-1, 0, 0, 3}, 4);

        var statistics = WeightStatistics.of(tensor).orElseThrow();

        assertThat(statistics.min()).isEqualTo(-1);
        assertThat(statistics.max()).isEqualTo(3);
        assertThat(statistics.mean()).isEqualTo(0.5);
        assertThat(statistics.std()).isEqualTo(1.5);
        assertThat(statistics.zeroShare()).isEqualTo(0.5);
        assertThat(statistics.histogram().getFirst()).isEqualTo(1);
        assertThat(statistics.histogram().getLast()).isEqualTo(1);
        assertThat(statistics.histogram().stream().mapToLong(Long::longValue).sum()).isEqualTo(4);
    }

    @Test
    void countsWhatIsNotFiniteApart() {
        var tensor =
                Tensor.ofFloats("w", new float[] {1, Float.NaN, Float.POSITIVE_INFINITY, 2}, 4);

        var statistics = WeightStatistics.of(tensor).orElseThrow();

        assertThat(statistics.nonFinite()).isEqualTo(2);
        assertThat(statistics.mean()).isEqualTo(1.5);
    }

    @Test
    void mergesBlocksWithoutLosingPrecision() {
        var elements = new float[100_000];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = 1000 + (i % 2);
        }

        var statistics = WeightStatistics.of(Tensor.ofFloats("w", elements, elements.length));

        assertThat(statistics.orElseThrow().mean()).isCloseTo(1000.5, within(1e-9));
        assertThat(statistics.orElseThrow().std()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void readsIntegers() {
        var tensor = Tensor.ofBytes("w", DataType.UINT8, new byte[] {(byte) 200, 100}, 2);

        assertThat(WeightStatistics.of(tensor).orElseThrow().max()).isEqualTo(200);
    }

    @Test
    void putsEqualElementsIntoOneBin() {
        var statistics = WeightStatistics.of(Tensor.ofFloats("w", new float[] {2, 2, 2}, 3));

        assertThat(statistics.orElseThrow().histogram().getFirst()).isEqualTo(3);
    }

    @Test
    void isEmptyForMissingElementsAndForNone() {
        var missing =
                new Tensor(
                        "w",
                        DataType.FLOAT,
                        List.of(2L),
                        new Missing("w.bin", 0, 8, "it is not there"),
                        Extras.NONE);

        assertThat(WeightStatistics.of(missing)).isEmpty();
        assertThat(WeightStatistics.of(Tensor.ofFloats("w", new float[0], 0))).isEmpty();
    }
}
