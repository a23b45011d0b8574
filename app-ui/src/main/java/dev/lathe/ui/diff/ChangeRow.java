package dev.lathe.ui.diff;

import dev.lathe.model.diff.Change;
import dev.lathe.model.diff.FieldChange;
import dev.lathe.model.diff.MergedNode;
import dev.lathe.model.diff.TensorDiff;
import dev.lathe.model.graph.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One line of the list of changes.
///
/// @param operator of the layer, in the second model if it is there
/// @param name of the layer, the constant, or the fact
/// @param node where the layer is; empty if the line is not about a layer
/// @param facts what differs of it
/// @param weights what differs of its constants
/// @param words what a search looks in, in lower case
record ChangeRow(
        ChangeKind kind,
        Subject subject,
        String operator,
        String name,
        Optional<MergedNode> node,
        List<FieldChange> facts,
        List<TensorDiff> weights,
        String words) {

    /// What a line is about.
    enum Subject {
        LAYER,
        TENSOR,
        /// A line of the header, a function, an input or an output of the model.
        MODEL
    }

    /// A line for a layer that changed.
    static Optional<ChangeRow> of(MergedNode node) {
        var kind =
                switch (node.change()) {
                    case ADDED -> Optional.of(ChangeKind.ADDED);
                    case REMOVED -> Optional.of(ChangeKind.REMOVED);
                    case CHANGED -> Optional.of(ChangeKind.CHANGED);
                    case SAME ->
                            node.isRenamed()
                                    ? Optional.of(ChangeKind.RENAMED)
                                    : Optional.<ChangeKind>empty();
                };
        var operator = node.node().after().or(node.node()::before).map(Node::opType).orElse("");
        var name = node.after().or(node::before).orElse("");
        return kind.map(k ->
                new ChangeRow(
                        k,
                        Subject.LAYER,
                        operator,
                        name,
                        Optional.of(node),
                        node.node().changes(),
                        node.weights(),
                        words(operator, name, node.node().changes(), node.weights())));
    }

    /// A line for a constant that no layer reads.
    static ChangeRow of(TensorDiff tensor) {
        var kind =
                switch (tensor.change()) {
                    case ADDED -> ChangeKind.ADDED;
                    case REMOVED -> ChangeKind.REMOVED;
                    case CHANGED -> ChangeKind.CHANGED;
                    case SAME -> ChangeKind.RENAMED;
                };
        return new ChangeRow(
                kind,
                Subject.TENSOR,
                "",
                tensor.name(),
                Optional.empty(),
                List.of(),
                List.of(tensor),
                words("", tensor.name(), List.of(), List.of(tensor)));
    }

    /// A line for a fact of the model.
    static ChangeRow of(FieldChange fact) {
        var kind =
                fact.before().isEmpty()
                        ? ChangeKind.ADDED
                        : fact.after().isEmpty() ? ChangeKind.REMOVED : ChangeKind.CHANGED;
        return new ChangeRow(
                kind,
                Subject.MODEL,
                "",
                fact.field(),
                Optional.empty(),
                List.of(fact),
                List.of(),
                words("", fact.field(), List.of(fact), List.of()));
    }

    /// The identifier of the layer in a picture, if it is there.
    Optional<String> id(Side side) {
        return switch (side) {
            case BEFORE -> node.flatMap(MergedNode::before);
            case AFTER -> node.flatMap(MergedNode::after);
            case MERGED -> node.map(MergedNode::id);
        };
    }

    /// Whether each word is in what is known of the change.
    boolean matches(List<String> query) {
        return query.stream().allMatch(words::contains);
    }

    private static String words(
            String operator, String name, List<FieldChange> facts, List<TensorDiff> weights) {
        var text = new StringBuilder(operator).append('\n').append(name);
        for (FieldChange fact : facts) {
            text.append('\n').append(fact.field());
            fact.before().ifPresent(before -> text.append('\n').append(before));
            fact.after().ifPresent(after -> text.append('\n').append(after));
        }
        for (TensorDiff weight : weights) {
            text.append('\n').append(weight.name());
            weight.before().ifPresent(t -> text.append('\n').append(t.type().label()));
            weight.after().ifPresent(t -> text.append('\n').append(t.type().label()));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /// Whether a change of a constant is one of what the model computes.
    static boolean isSubstantial(TensorDiff weight) {
        return weight.change() != Change.SAME;
    }
}
