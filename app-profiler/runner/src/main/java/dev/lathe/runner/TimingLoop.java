package dev.lathe.runner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Says how often to run, and keeps how long each run took: the first run, the warm-up, and the
/// steady sample.
final class TimingLoop {
    private static final long REPORT_NANOS = 250_000_000;

    /// Hears how many nanoseconds of how many have passed.
    interface Listener {
        void update(long done, long total) throws IOException;
    }

    private enum Phase {
        FIRST,
        WARM_UP,
        STEADY
    }

    private final TimingPlan plan;
    private final Listener listener;
    private Phase phase = Phase.FIRST;
    private long[] steady = new long[4096];
    private int steadyRuns;
    private int warmUpRuns;
    private long firstNanos;
    private long warmUpStart;
    private long steadyStart;
    private long steadyNanos;
    private long lastReport;

    TimingLoop(TimingPlan plan, Listener listener) {
        this.plan = plan;
        this.listener = listener;
    }

    boolean wantsMore() {
        if (phase != Phase.STEADY) {
            return true;
        }
        boolean enough = steadyRuns >= plan.minRuns() && steadyNanos >= plan.minNanos();
        return !enough && steadyNanos < plan.maxNanos();
    }

    /// Notes a run that began and ended at these readings of the clock.
    void add(long start, long end) throws IOException {
        switch (phase) {
            case FIRST -> {
                firstNanos = end - start;
                warmUpStart = end;
                lastReport = end;
                phase = Phase.WARM_UP;
                beginSteadyAfterWarmUp(end);
            }
            case WARM_UP -> {
                warmUpRuns++;
                beginSteadyAfterWarmUp(end);
            }
            case STEADY -> {
                keep(end - start);
                steadyNanos = end - steadyStart;
            }
        }
        if (end - lastReport > REPORT_NANOS) {
            lastReport = end;
            report(end);
        }
    }

    long firstNanos() {
        return firstNanos;
    }

    int warmUpRuns() {
        return warmUpRuns;
    }

    /// From the beginning of the steady phase to the end of its last run.
    long steadyNanos() {
        return steadyNanos;
    }

    /// The steady sample, nanoseconds as little-endian 64-bit integers.
    ByteBuffer durations() {
        ByteBuffer bytes = ByteBuffer.allocate(8 * steadyRuns).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(steady, 0, steadyRuns);
        return bytes;
    }

    private void beginSteadyAfterWarmUp(long now) {
        if (warmUpRuns >= plan.warmUpRuns() && now - warmUpStart >= plan.warmUpNanos()) {
            steadyStart = now;
            phase = Phase.STEADY;
        }
    }

    private void keep(long nanos) {
        if (steadyRuns == steady.length) {
            steady = Arrays.copyOf(steady, 2 * steadyRuns);
        }
        steady[steadyRuns++] = nanos;
    }

    private void report(long now) throws IOException {
        long total = plan.warmUpNanos() + plan.minNanos();
        listener.update(Math.min(now - warmUpStart, total), total);
    }
}
