package dev.lathe.profiler.runner;

import java.time.Duration;

/// How long the host waits before it gives a runner up.
///
/// @param silence without any word from the process; it says every second that it is alive
/// @param load of one model
/// @param run of one model
public record RunnerLimits(Duration silence, Duration load, Duration run) {
    /// Generous: what takes longer hangs.
    public static final RunnerLimits DEFAULT =
            new RunnerLimits(
                    Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofMinutes(10));
}
