package dev.lathe.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingLoopTest {

    @Test
    void keepsFirstWarmUpAndSteadyRunsApart() throws Exception {
        TimingLoop loop = new TimingLoop(new TimingPlan(2, 0, 3, 0, Long.MAX_VALUE), (a, b) -> {});

        long now = Long.MAX_VALUE - 1_000_000; // the clock may pass over
        for (int run = 1; loop.wantsMore(); run++) {
            loop.add(now, now + run * 100L);
            now += run * 100L;
        }

        assertThat(loop.firstNanos()).isEqualTo(100);
        assertThat(loop.warmUpRuns()).isEqualTo(2);
        assertThat(steady(loop)).containsExactly(400L, 500L, 600L);
    }

    @Test
    void stopsAtItsLimitEvenIfRunsAreMissing() throws Exception {
        TimingLoop loop = new TimingLoop(new TimingPlan(0, 0, 1000, 0, 1), (a, b) -> {});

        loop.add(0, 100);
        loop.add(200, 300);

        assertThat(loop.wantsMore()).isFalse();
        assertThat(steady(loop)).containsExactly(100L);
    }

    @Test
    void keepsMoreRunsThanItHadRoomFor() throws Exception {
        TimingLoop loop =
                new TimingLoop(new TimingPlan(0, 0, 10_000, 0, Long.MAX_VALUE), (a, b) -> {});

        long now = Long.MAX_VALUE - 1_000_000; // the clock may pass over
        for (long run = 0; loop.wantsMore(); run++) {
            loop.add(now, now + run);
            now += run;
        }

        assertThat(steady(loop)).hasSize(10_000).startsWith(1L, 2L).endsWith(10_000L);
    }

    private static List<Long> steady(TimingLoop loop) {
        LongBuffer buffer = loop.durations().asLongBuffer();
        List<Long> nanos = new ArrayList<>();
        while (buffer.hasRemaining()) {
            nanos.add(buffer.get());
        }
        return nanos;
    }
}
