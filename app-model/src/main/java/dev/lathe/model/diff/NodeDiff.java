package dev.lathe.model.diff;

import dev.lathe.model.graph.Node;
import java.util.List;
import java.util.Optional;

/// What became of a node.
///
/// @param name the layer name, in the second model if it is there
/// @param before the node in the first model
/// @param after the node in the second model
/// @param matchedBy what told that the two are one; {@link MatchedBy#NOTHING} for added and removed
///   nodes
/// @param changes what differs, names and notes included
public record NodeDiff(
        Change change,
        String name,
        Optional<Node> before,
        Optional<Node> after,
        MatchedBy matchedBy,
        List<FieldChange> changes) {

    public NodeDiff {
        changes = List.copyOf(changes);
    }

    /// What tells that two nodes are one.
    public enum MatchedBy {
        NOTHING,
        /// The name of the node or of its first output.
        NAME,
        /// The name or the elements of a weight that only this node reads.
        WEIGHT,
        /// The operators around.
        STRUCTURE,
        /// The order of the nodes.
        ORDER
    }
}
