package dev.lathe.profiler.runner;

import java.time.Duration;
import java.util.Arrays;

/// How long runs of a model took.
public final class Timing {
    private final Duration first;
    private final int warmUpRuns;
    private final Duration steady;
    private final long[] steadyNanos;

    Timing(Duration first, int warmUpRuns, Duration steady, long[] steadyNanos) {
        this.first = first;
        this.warmUpRuns = warmUpRuns;
        this.steady = steady;
        this.steadyNanos = steadyNanos;
    }

    /// The first run after loading.
    public Duration first() {
        return first;
    }

    /// The runs between the first and the steady ones.
    public int warmUpRuns() {
        return warmUpRuns;
    }

    /// How long the steady phase lasted.
    public Duration steady() {
        return steady;
    }

    /// The steady runs in their order, in milliseconds.
    public double[] steadyMs() {
        return Arrays.stream(steadyNanos).mapToDouble(nanos -> nanos / 1e6).toArray();
    }
}
