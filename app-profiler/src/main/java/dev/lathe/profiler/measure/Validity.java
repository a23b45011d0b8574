package dev.lathe.profiler.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Decides whether a steady sample may be compared with others.
final class Validity {
    private static final double MAX_CV = 0.10;
    private static final double MAX_DRIFT = 0.05;

    private Validity() {}

    /// Why the sample is not valid, each a sentence; empty if it is.
    static List<String> reasons(List<Double> samplesMs, Duration steady, ProfileMode mode) {
        var latency = LatencyStatistics.of(samplesMs);
        var reasons = new ArrayList<String>();
        if (latency.n() < mode.minRuns()) {
            reasons.add(
                    "Only %d runs were timed, and %s mode needs %d"
                            .formatted(latency.n(), name(mode), mode.minRuns()));
        }
        if (steady.compareTo(mode.minDuration()) < 0) {
            reasons.add(
                    String.format(
                            Locale.ROOT,
                            "The runs took %.1f s in all, and %s mode needs %d s",
                            steady.toMillis() / 1e3,
                            name(mode),
                            mode.minDuration().toSeconds()));
        }
        if (latency.cv() > MAX_CV) {
            reasons.add(
                    String.format(
                            Locale.ROOT,
                            "The runs vary too much: coefficient of variation %.0f %%, at most"
                                    + " 10 %% is comparable",
                            100 * latency.cv()));
        }
        double drift = drift(samplesMs);
        if (Math.abs(drift) > MAX_DRIFT) {
            reasons.add(
                    String.format(
                            Locale.ROOT,
                            "The latency drifted by %+.0f %% from the first quarter of the runs to"
                                    + " the last, at most 5 %% is comparable",
                            100 * drift));
        }
        return reasons;
    }

    /// The median of the last quarter against that of the first, as a share.
    static double drift(List<Double> samplesMs) {
        int quarter = samplesMs.size() / 4;
        if (quarter == 0) {
            return 0;
        }
        double first = LatencyStatistics.of(samplesMs.subList(0, quarter)).medianMs();
        double last =
                LatencyStatistics.of(
                                samplesMs.subList(samplesMs.size() - quarter, samplesMs.size()))
                        .medianMs();
        return first == 0 ? 0 : last / first - 1;
    }

    private static String name(ProfileMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
