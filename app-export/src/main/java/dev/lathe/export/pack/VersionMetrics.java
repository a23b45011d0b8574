package dev.lathe.export.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// What was measured of one version of a model. What was not measured is absent.
///
/// @param version its name: `original`, or what the recipe did up to it
/// @param fileBytes the size of the file of the version
public record VersionMetrics(
        String version,
        OptionalLong fileBytes,
        Optional<Accuracy> accuracy,
        Optional<Agreement> agreement,
        List<DeviceMetrics> devices) {

    public VersionMetrics {
        devices = List.copyOf(devices);
    }

    /// Accuracy on labelled data, as shares from 0 to 1.
    public record Accuracy(int samples, double top1, double top5) {}

    /// How near the outputs are to those of the original.
    public record Agreement(int samples, double sqnrDb, double cosine, double top1Agreement) {}

    /// What was measured on one device.
    ///
    /// @param valid whether the figures may be compared with others; if not, `reasons` says why
    public record DeviceMetrics(
            String device,
            Latency latency,
            OptionalDouble loadMs,
            OptionalDouble firstMs,
            Memory memory,
            boolean valid,
            List<String> reasons,
            SequencedMap<String, String> environment) {
        public DeviceMetrics {
            reasons = List.copyOf(reasons);
            environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
        }
    }

    /// The steady latency in milliseconds; percentiles are nearest-rank.
    public record Latency(
            int n,
            double minMs,
            double medianMs,
            double meanMs,
            double p90Ms,
            double p95Ms,
            double p99Ms,
            double stdMs,
            double cv) {}

    /// The four memory figures, in bytes.
    public record Memory(
            OptionalLong weightBytes,
            OptionalLong activationPeakBytes,
            OptionalLong arenaBytes,
            OptionalLong processPeakBytes) {}
}
