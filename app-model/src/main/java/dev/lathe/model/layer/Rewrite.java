package dev.lathe.model.layer;

import dev.lathe.model.graph.ModelGraph;
import java.util.List;

/// A rewritten model, and what became of its layers.
///
/// @param changed the layers that were changed, by name
/// @param refused the layers that were asked for but left as they were
/// @param notes what else was done to the model, one sentence each
public record Rewrite(
        ModelGraph model, List<String> changed, List<RefusedLayer> refused, List<String> notes) {

    public Rewrite {
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    /// A layer that was left as it was.
    ///
    /// @param reason a clause for people, without a full stop
    public record RefusedLayer(String layer, String reason) {}
}
