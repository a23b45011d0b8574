package dev.lathe.model.diff;

/// What became of a part of a model.
public enum Change {
    /// It is in both models and does the same.
    SAME,
    /// It is in both models and does something else.
    CHANGED,
    /// It is only in the second model.
    ADDED,
    /// It is only in the first model.
    REMOVED
}
