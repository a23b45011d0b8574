package dev.lathe.ui.graph.layout;

/// What a box stands for.
public enum BoxRole {
    /// An input of the graph.
    INPUT,
    /// An output of the graph.
    OUTPUT,
    /// A node.
    NODE,
    /// A reminder, next to a reader, of a value that is made far away and read in many places.
    STUB
}
