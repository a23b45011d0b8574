package dev.lathe.ui.export;

import dev.lathe.export.pack.VersionMetrics;
import dev.lathe.export.pack.VersionMetrics.Accuracy;
import dev.lathe.export.pack.VersionMetrics.Agreement;
import dev.lathe.export.pack.VersionMetrics.DeviceMetrics;
import dev.lathe.export.pack.VersionMetrics.Latency;
import dev.lathe.export.pack.VersionMetrics.Memory;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.profiler.measure.LatencyStatistics;
import dev.lathe.profiler.measure.MemoryFigures;
import dev.lathe.profiler.measure.Profile;
import dev.lathe.ui.session.Version;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What was measured of a version, in the form that packages hold.
final class Metrics {
    private static final String LOCAL = "local";

    private Metrics() {}

    /// The metrics of a version.
    ///
    /// @param name what the package calls it
    static VersionMetrics of(Version version, String name) {
        return new VersionMetrics(
                name,
                OptionalLong.of(version.fileBytes()),
                version.evaluation().map(e -> new Accuracy(e.samples(), e.top1(), e.top5())),
                version.comparison().map(Metrics::agreement),
                version.profile().map(Metrics::device).stream().toList());
    }

    private static Agreement agreement(OutputComparison c) {
        return new Agreement(c.samples(), c.sqnrDb(), c.cosine(), c.top1Agreement());
    }

    private static DeviceMetrics device(Profile profile) {
        return new DeviceMetrics(
                LOCAL,
                latency(profile.latency()),
                OptionalDouble.of(profile.loadMs()),
                OptionalDouble.of(profile.firstMs()),
                memory(profile.memory()),
                profile.valid(),
                profile.reasons(),
                profile.environment());
    }

    private static Latency latency(LatencyStatistics l) {
        return new Latency(
                l.n(),
                l.minMs(),
                l.medianMs(),
                l.meanMs(),
                l.p90Ms(),
                l.p95Ms(),
                l.p99Ms(),
                l.stdMs(),
                l.cv());
    }

    private static Memory memory(MemoryFigures m) {
        return new Memory(
                OptionalLong.of(m.weightBytes()),
                m.activationPeakBytes(),
                m.arenaBytes(),
                m.processPeakBytes());
    }
}
