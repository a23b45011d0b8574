package dev.lathe.profiler.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/// How long the steady phase is sampled: at least so many runs and at least so long.
public enum ProfileMode {
    @JsonProperty("rapid")
    RAPID(30, Duration.ofSeconds(3), Duration.ofSeconds(20)),
    @JsonProperty("normal")
    NORMAL(100, Duration.ofSeconds(10), Duration.ofSeconds(60)),
    @JsonProperty("reference")
    REFERENCE(1024, Duration.ofSeconds(60), Duration.ofMinutes(10));

    private final int minRuns;
    private final Duration minDuration;
    private final Duration maxDuration;

    ProfileMode(int minRuns, Duration minDuration, Duration maxDuration) {
        this.minRuns = minRuns;
        this.minDuration = minDuration;
        this.maxDuration = maxDuration;
    }

    public int minRuns() {
        return minRuns;
    }

    public Duration minDuration() {
        return minDuration;
    }

    /// When sampling stops even if runs are missing; the figure is then not valid.
    public Duration maxDuration() {
        return maxDuration;
    }
}
