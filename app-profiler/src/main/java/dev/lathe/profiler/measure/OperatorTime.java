package dev.lathe.profiler.measure;

/// The time that one operator takes in a profiled run.
///
/// @param name the node as the runtime ran it, which may be several nodes of the model fused
/// @param ms the median over the profiled runs
/// @param share of the sum over all operators, 0 to 1
public record OperatorTime(String name, String op, double ms, double share) {}
