package dev.lathe.ui.graph.layout;

/// An edge of the picture before it has a path.
///
/// @param from the index of the box that makes the value
/// @param port which of its outputs
/// @param to the index of the box that reads it
/// @param entry which entry of what an open box holds it leads to; -1 for its border
public record PictureEdge(int from, int port, int to, int entry, Reading reading) {

    /// An edge to a box, not into it.
    PictureEdge(int from, int port, int to, Reading reading) {
        this(from, port, to, -1, reading);
    }

    /// How a node reads a value.
    public enum Reading {
        /// As one of its inputs.
        DIRECT,
        /// Inside one of its subgraphs only.
        CAPTURED
    }
}
