package dev.lathe.profiler.trace;

import java.util.List;
import java.util.OptionalLong;

/// What the runtime's profile of some runs tells.
///
/// @param operators each node that ran, in the order of the first run
/// @param arenaBytes the most that the runtime's arena held
public record OperatorTrace(List<Operator> operators, OptionalLong arenaBytes) {
    public OperatorTrace {
        operators = List.copyOf(operators);
    }

    /// One node as the runtime ran it.
    ///
    /// @param ms the median over the runs of the time in the node itself, without the nodes of its
    ///   subgraphs; 0 in a run that passed it over
    public record Operator(String name, String op, double ms) {}
}
