package dev.lathe.ui.diff;

/// Whether there is a comparison to look at.
public enum DiffState {
    /// Nothing was chosen yet.
    EMPTY,
    COMPARING,
    READY,
    /// Nothing at all differs.
    IDENTICAL,
    FAILED
}
