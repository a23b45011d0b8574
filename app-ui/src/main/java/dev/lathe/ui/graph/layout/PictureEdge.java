package dev.lathe.ui.graph.layout;

/// An edge of the picture before it has a path.
///
/// @param from the index of the box that makes the value
/// @param port which of its outputs
/// @param to the index of the box that reads it
public record PictureEdge(int from, int port, int to, Reading reading) {

    /// How a node reads a value.
    public enum Reading {
        /// As one of its inputs.
        DIRECT,
        /// Inside one of its subgraphs only.
        CAPTURED
    }
}
