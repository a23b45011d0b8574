package dev.lathe.ui.diff;

/// How two models are shown.
public enum DiffMode {
    /// Two pictures beside each other.
    BESIDE,
    /// One picture of both.
    MERGED
}
