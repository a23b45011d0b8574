package dev.lathe.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void countsEveryValueOnceTheLargestInTheLastBin() {
        var histogram = Histogram.of(List.of(0.0, 0.5, 1.0, 3.9, 4.0), 4);

        assertThat(histogram).isEqualTo(new Histogram(0, 4, List.of(2, 1, 0, 2)));
        assertThat(histogram.largest()).isEqualTo(2);
    }

    @Test
    void equalValuesMakeOneBin() {
        assertThat(Histogram.of(List.of(2.0, 2.0), 8)).isEqualTo(new Histogram(2, 2, List.of(2)));
    }

    @Test
    void noValuesMakeNoBins() {
        assertThat(Histogram.of(List.of(), 8).counts()).isEmpty();
    }
}
