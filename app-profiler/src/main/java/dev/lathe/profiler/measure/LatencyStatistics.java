package dev.lathe.profiler.measure;

import java.util.Arrays;
import java.util.List;

/// Statistics of a sample of latencies in milliseconds. Percentiles are nearest-rank.
///
/// @param n the number of runs
/// @param medianMs the headline figure
/// @param stdMs the sample standard deviation
/// @param cv the coefficient of variation, `stdMs / meanMs`
public record LatencyStatistics(
        int n,
        double minMs,
        double medianMs,
        double meanMs,
        double p90Ms,
        double p95Ms,
        double p99Ms,
        double stdMs,
        double cv) {

    /// The statistics of a sample.
    ///
    /// @param samplesMs at least one
    public static LatencyStatistics of(List<Double> samplesMs) {
        if (samplesMs.isEmpty()) {
            throw new IllegalArgumentException("a sample needs at least one run");
        }
        var sorted = samplesMs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares = Arrays.stream(sorted).map(ms -> (ms - mean) * (ms - mean)).sum();
        double std = sorted.length < 2 ? 0 : Math.sqrt(squares / (sorted.length - 1));
        return new LatencyStatistics(
                sorted.length,
                sorted[0],
                median(sorted),
                mean,
                nearestRank(sorted, 90),
                nearestRank(sorted, 95),
                nearestRank(sorted, 99),
                std,
                mean == 0 ? 0 : std / mean);
    }

    /// The middle element, or the mean of the two in the middle.
    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The smallest element that so many percent of the sample do not exceed.
    private static double nearestRank(double[] sorted, int percent) {
        int rank = Math.ceilDiv(percent * sorted.length, 100);
        return sorted[Math.max(rank, 1) - 1];
    }
}
