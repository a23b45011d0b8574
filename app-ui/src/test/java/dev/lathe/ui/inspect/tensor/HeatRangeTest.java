package dev.lathe.ui.inspect.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.tensor.Numbers;
import dev.lathe.model.tensor.TensorStatistics;
import dev.lathe.model.work.Progress;
import org.junit.jupiter.api.Test;

class HeatRangeTest {

    @Test
    void isTheSameToBothSidesOfZeroWhereThereAreNumbersOnBoth() throws Exception {
        var statistics = statistics(-1, 3);

        assertThat(HeatRange.first(statistics)).isEqualTo(HeatRange.SYMMETRIC);
        assertThat(HeatRange.SYMMETRIC.scale(statistics)).isEqualTo(new HeatScale(-3, 3));
    }

    @Test
    void isTheExtentWhereAllNumbersAreOnOneSide() throws Exception {
        var statistics = statistics(1, 3);

        assertThat(HeatRange.first(statistics)).isEqualTo(HeatRange.EXTENT);
        assertThat(HeatRange.EXTENT.scale(statistics)).isEqualTo(new HeatScale(1, 3));
    }

    @Test
    void canBeThreeStandardDeviations() throws Exception {
        var scale = HeatRange.DEVIATIONS.scale(statistics(1, 3));

        assertThat(scale.low()).isCloseTo(-1, within(1e-12));
        assertThat(scale.high()).isCloseTo(5, within(1e-12));
    }

    @Test
    void hasWidthWhereAllNumbersAreEqualAndWhereThereAreNone() throws Exception {
        assertThat(HeatRange.EXTENT.scale(statistics(2, 2)).place(2)).isZero();
        assertThat(HeatRange.SYMMETRIC.scale(statistics(Float.NaN)))
                .isEqualTo(new HeatScale(-1, 1));
    }

    @Test
    void putsNumbersBeyondItsEndsAtTheEnds() {
        assertThat(new HeatScale(-2, 2).place(7)).isEqualTo(1);
        assertThat(new HeatScale(-2, 2).place(-1)).isEqualTo(-0.5);
    }

    private static TensorStatistics statistics(float... elements) throws InterruptedException {
        var tensor = Tensor.ofFloats("w", elements, elements.length);
        return TensorStatistics.of(Numbers.of(tensor).orElseThrow(), Progress.NONE);
    }
}
