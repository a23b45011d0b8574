package dev.lathe.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyStatisticsTest {

    @Test
    void takesPercentilesByNearestRank() {
        var sample = IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList();

        var statistics = LatencyStatistics.of(sample);

        assertThat(statistics.n()).isEqualTo(100);
        assertThat(statistics.minMs()).isEqualTo(1);
        assertThat(statistics.medianMs()).isEqualTo(50.5);
        assertThat(statistics.meanMs()).isEqualTo(50.5);
        assertThat(statistics.p90Ms()).isEqualTo(90);
        assertThat(statistics.p95Ms()).isEqualTo(95);
        assertThat(statistics.p99Ms()).isEqualTo(99);
        assertThat(statistics.stdMs()).isCloseTo(29.0115, within(1e-4));
        assertThat(statistics.cv()).isCloseTo(29.0115 / 50.5, within(1e-4));
    }

    @Test
    void describesASingleRun() {
        assertThat(LatencyStatistics.of(List.of(2.0)))
                .isEqualTo(new LatencyStatistics(1, 2, 2, 2, 2, 2, 2, 0, 0));
    }
}
