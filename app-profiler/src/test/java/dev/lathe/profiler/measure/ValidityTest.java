package dev.lathe.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final List<Double> STEADY = Collections.nCopies(40, 100.0);

    @Test
    void acceptsASteadySample() {
        assertThat(Validity.reasons(STEADY, Duration.ofSeconds(4), ProfileMode.RAPID)).isEmpty();
    }

    @Test
    void namesMissingRunsAndMissingTime() {
        var few = STEADY.subList(0, 5);

        assertThat(Validity.reasons(few, Duration.ofMillis(500), ProfileMode.RAPID))
                .containsExactly(
                        "Only 5 runs were timed, and rapid mode needs 30",
                        "The runs took 0.5 s in all, and rapid mode needs 3 s");
    }

    @Test
    void namesRunsThatVaryTooMuch() {
        var wild = IntStream.range(0, 40).mapToObj(i -> i % 2 == 0 ? 50.0 : 150.0).toList();

        assertThat(Validity.reasons(wild, Duration.ofSeconds(4), ProfileMode.RAPID))
                .containsExactly(
                        "The runs vary too much: coefficient of variation 51 %, at most 10 % is"
                                + " comparable");
    }

    @Test
    void namesDrift() {
        var slowing = IntStream.range(0, 40).mapToObj(i -> 100 + i * 0.25).toList();

        assertThat(Validity.reasons(slowing, Duration.ofSeconds(4), ProfileMode.RAPID))
                .containsExactly(
                        "The latency drifted by +7 % from the first quarter of the runs to the"
                                + " last, at most 5 % is comparable");
    }
}
