package dev.lathe.profiler.runner;

import java.util.OptionalLong;

/// The resident set of a runner process and its peak, where the system says.
public record ResidentMemory(OptionalLong bytes, OptionalLong peakBytes) {}
