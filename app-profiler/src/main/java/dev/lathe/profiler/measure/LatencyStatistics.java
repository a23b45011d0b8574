package dev.lathe.profiler.measure;

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
        double cv) {}
