package dev.lathe.model.simplify;

import dev.lathe.model.graph.ModelGraph;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A simplified model, and what was done to it.
///
/// @param nodesBefore with those of subgraphs and functions
/// @param counts the rewrites of each pass that made some, in the order of the passes
/// @param notes what else there is to say, one sentence each
public record Simplified(
        ModelGraph model,
        long nodesBefore,
        long nodesAfter,
        SequencedMap<Pass, Integer> counts,
        List<Undone> undone,
        List<String> notes) {
    public Simplified {
        counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
        undone = List.copyOf(undone);
        notes = List.copyOf(notes);
    }

    /// A rewrite that was taken back because it changes what the model computes.
    ///
    /// @param site the node by its name, or by its output if it has none, with the place of its
    ///   graph
    /// @param reason a clause for people, without a full stop
    public record Undone(Pass pass, String site, String reason) {}
}
