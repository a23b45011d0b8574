package dev.lathe.model.diff;

import dev.lathe.model.diff.FieldChange.Kind;
import java.util.List;
import java.util.Optional;

/// What became of a node, with where it is.
///
/// @param id of the node in the merged model as {@link dev.lathe.model.outline.Outline} has it; of
///   the node around it if only the first model has such a graph there
/// @param before its identifier in the first model
/// @param after its identifier in the second model
/// @param node what became of the node itself
/// @param weights what became of the constants that it reads, but for those that stayed as they are
/// @param place whether it changed by itself
public record MergedNode(
        String id,
        Optional<String> before,
        Optional<String> after,
        NodeDiff node,
        List<TensorDiff> weights,
        Place place) {

    public MergedNode {
        weights = List.copyOf(weights);
    }

    /// Whether a node came or went alone.
    public enum Place {
        /// It is in a graph that both models have.
        SHARED,
        /// It came or went with the node that it is in.
        WITH_HOLDER
    }

    /// What became of the node and its weights.
    public Change change() {
        boolean weighs = weights.stream().anyMatch(weight -> weight.change() != Change.SAME);
        return node.change() == Change.SAME && weighs ? Change.CHANGED : node.change();
    }

    /// Whether it does the same as before and only names or notes of it differ.
    public boolean isRenamed() {
        return change() == Change.SAME && !(node.changes().isEmpty() && weights.isEmpty());
    }

    /// What differs of the node, but for its notes.
    public List<FieldChange> facts() {
        return node.changes().stream().filter(change -> change.kind() != Kind.NOTE).toList();
    }
}
