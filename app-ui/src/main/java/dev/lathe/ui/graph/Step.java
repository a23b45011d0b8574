package dev.lathe.ui.graph;

/// A step from one layer to another.
public enum Step {
    /// To what makes an input.
    UP,
    /// To what reads an output.
    DOWN,
    /// To the next layer on the left in the same row.
    LEFT,
    /// To the next layer on the right in the same row.
    RIGHT
}
