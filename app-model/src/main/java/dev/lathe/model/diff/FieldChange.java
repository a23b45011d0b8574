package dev.lathe.model.diff;

import java.util.Optional;

/// One fact that differs.
///
/// @param kind what it is a fact of
/// @param field which: the name of an attribute, the position of an input, a key of the header
/// @param before as text; empty if the first model lacks it
/// @param after as text; empty if the second model lacks it
public record FieldChange(
        Kind kind, String field, Optional<String> before, Optional<String> after) {

    /// What a fact can be of.
    public enum Kind {
        OPERATOR,
        ATTRIBUTE,
        INPUT,
        OUTPUT,
        /// What a node is called. Changes nothing of what it does.
        NAME,
        /// Documentation and metadata of a node. Changes nothing of what it does.
        NOTE,
        /// A line of the model's header: opset, producer, metadata.
        HEADER,
        /// An input of the model or of a subgraph.
        GRAPH_INPUT,
        /// An output of the model or of a subgraph.
        GRAPH_OUTPUT,
        /// A function that a model defines.
        FUNCTION
    }

    /// A fact that both models have.
    static FieldChange of(Kind kind, String field, String before, String after) {
        return new FieldChange(kind, field, Optional.of(before), Optional.of(after));
    }

    /// Whether this changes what the model computes, not only what something is called.
    public boolean isSubstantial() {
        return kind != Kind.NAME && kind != Kind.NOTE;
    }
}
