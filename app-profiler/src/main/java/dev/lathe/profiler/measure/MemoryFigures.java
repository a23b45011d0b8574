package dev.lathe.profiler.measure;

import java.util.OptionalLong;

/// The four memory figures, in bytes.
///
/// @param weightBytes the constants of the model
/// @param activationPeakBytes by liveness; empty if shapes are not known
/// @param arenaBytes the most that the runtime's arena held; empty if it does not say
/// @param processPeakBytes peak resident set after the runs minus resident set before the load, in
///   a fresh process; empty if the system does not say
public record MemoryFigures(
        long weightBytes,
        OptionalLong activationPeakBytes,
        OptionalLong arenaBytes,
        OptionalLong processPeakBytes) {}
