package dev.lathe.model.edit;

import java.util.List;

/// What an edit did.
///
/// @param changed layer names
/// @param zeros the zeros among the weights of each layer that pruning was for, in the order of the
///   graph; empty for other edits
/// @param counts how often each kind of rewrite was made, for edits that make several kinds
/// @param notes what else there is to say, one sentence each
public record EditReport(
        List<String> changed,
        List<Refusal> refused,
        List<ZeroCount> zeros,
        List<RewriteCount> counts,
        List<String> notes) {

    public EditReport {
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
        zeros = List.copyOf(zeros);
        counts = List.copyOf(counts);
        notes = List.copyOf(notes);
    }

    /// The report of an edit that makes one kind of rewrite.
    public EditReport(
            List<String> changed,
            List<Refusal> refused,
            List<ZeroCount> zeros,
            List<String> notes) {
        this(changed, refused, zeros, List.of(), notes);
    }

    /// How often a kind of rewrite was made.
    ///
    /// @param kind in kebab case, as in recipes
    public record RewriteCount(String kind, int rewrites) {}

    /// A selected layer that was left as it was.
    ///
    /// @param reason a clause for people, without a full stop
    public record Refusal(String layer, String reason) {}

    /// The weights of a layer and how many of them are zero.
    public record ZeroCount(String layer, long weights, long zeros) {}
}
