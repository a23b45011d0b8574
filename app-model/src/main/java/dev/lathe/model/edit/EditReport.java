package dev.lathe.model.edit;

import java.util.List;

/// What an edit did.
///
/// @param changed layer names
/// @param zeros the zeros among the weights of each layer that pruning was for, in the order of the
///   graph; empty for other edits
/// @param notes what else was done to the model to make the edit possible, one sentence each
public record EditReport(
        List<String> changed, List<Refusal> refused, List<ZeroCount> zeros, List<String> notes) {

    public EditReport {
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
        zeros = List.copyOf(zeros);
        notes = List.copyOf(notes);
    }

    /// A selected layer that was left as it was.
    ///
    /// @param reason a clause for people, without a full stop
    public record Refusal(String layer, String reason) {}

    /// The weights of a layer and how many of them are zero.
    public record ZeroCount(String layer, long weights, long zeros) {}
}
