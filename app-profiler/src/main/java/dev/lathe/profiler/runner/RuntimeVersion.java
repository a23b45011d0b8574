package dev.lathe.profiler.runner;

/// Which runtime executes models.
public record RuntimeVersion(String name, String version) {}
