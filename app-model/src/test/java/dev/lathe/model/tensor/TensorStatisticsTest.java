package dev.lathe.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.Progress;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TensorStatisticsTest {

    @Test
    void areThoseOfNumPy() throws Exception {
        var statistics = TensorStatistics.of(Ramp.numbers(), Progress.NONE);

        assertThat(statistics.elements()).isEqualTo(180);
        assertThat(statistics.min()).isEqualTo(-2);
        assertThat(statistics.max()).isEqualTo(1.9479999542236328);
        assertThat(statistics.mean()).isCloseTo(0.0019999959842405385, within(1e-15));
        assertThat(statistics.std()).isCloseTo(1.1563384743653253, within(1e-14));
        assertThat(statistics.distinct()).hasValue(180);
        assertThat(statistics.histogram().counts().subList(0, 10))
                .containsExactly(3L, 2L, 0L, 1L, 3L, 1L, 0L, 2L, 3L, 0L);
    }

    @Test
    void countWhatIsNoFiniteNumberApart() throws Exception {
        var statistics =
                of(
                        1,
                        Float.NaN,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        Float.NaN,
                        2,
                        -0f,
                        0);

        assertThat(statistics.nans()).isEqualTo(2);
        assertThat(statistics.positiveInfinities()).isEqualTo(1);
        assertThat(statistics.negativeInfinities()).isEqualTo(1);
        assertThat(statistics.finite()).isEqualTo(4);
        assertThat(statistics.mean()).isEqualTo(0.75);
        assertThat(statistics.zeroShare()).isEqualTo(0.25);
        assertThat(statistics.distinct()).hasValue(6);
    }

    @Test
    void ofNothingFiniteAreNoNumbers() throws Exception {
        var statistics = of(Float.NaN, Float.NaN);

        assertThat(statistics.min()).isNaN();
        assertThat(statistics.std()).isNaN();
        assertThat(statistics.histogram().counts()).isEmpty();
    }

    @Test
    void giveWholeNumbersPartsOfTheirOwn() throws Exception {
        var bytes = new byte[] {-3, -3, 0, 4};
        var tensor = Tensor.ofBytes("w", DataType.INT8, bytes, 4);

        var histogram =
                TensorStatistics.of(Numbers.of(tensor).orElseThrow(), Progress.NONE).histogram();

        assertThat(histogram)
                .isEqualTo(new NumberHistogram(-3.5, 1, List.of(2L, 0L, 0L, 1L, 0L, 0L, 0L, 1L)));
    }

    @Test
    void putEqualNumbersIntoOnePart() throws Exception {
        assertThat(of(0.3f, 0.3f, 0.3f).histogram().counts()).containsExactly(3L);
    }

    @Test
    void holdTheRangeOfAllDoubles() throws Exception {
        var numbers =
                Numbers.of(
                                Tensor.of(
                                        "w",
                                        DataType.DOUBLE,
                                        List.of(2L),
                                        MemorySegment.ofArray(
                                                new double[] {
                                                    -Double.MAX_VALUE, Double.MAX_VALUE
                                                })))
                        .orElseThrow();

        var histogram = TensorStatistics.of(numbers, Progress.NONE).histogram();

        assertThat(histogram.counts().getFirst()).isEqualTo(1);
        assertThat(histogram.counts().getLast()).isEqualTo(1);
    }

    @Test
    void sayNothingOfHowManyNumbersDifferWhenTheyAreTooMany() throws Exception {
        var elements = new float[70_000];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = i / 8f;
        }

        assertThat(of(elements).distinct()).isEmpty();
    }

    @Test
    void tellHowFarTheyAre() throws Exception {
        var shares = new ArrayList<Double>();
        var numbers = Numbers.of(Tensor.ofFloats("w", new float[3_000_000], 3_000_000));

        TensorStatistics.of(
                numbers.orElseThrow(), (done, total) -> shares.add((double) done / total));

        assertThat(shares).isSorted().hasSizeGreaterThan(4).allMatch(share -> share <= 1);
    }

    @Test
    void stopWhenTheirThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> TensorStatistics.of(Ramp.numbers(), Progress.NONE))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static TensorStatistics of(float... elements) throws InterruptedException {
        var tensor = Tensor.ofFloats("w", elements, elements.length);
        return TensorStatistics.of(Numbers.of(tensor).orElseThrow(), Progress.NONE);
    }
}
