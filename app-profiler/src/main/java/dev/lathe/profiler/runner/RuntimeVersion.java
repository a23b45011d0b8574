package dev.lathe.profiler.runner;

/// Which runtime executes models.
///
/// @param java the version of the virtual machine around it
public record RuntimeVersion(String name, String version, String java) {}
