package dev.lathe.ui.graph.layout;

/// An edge with its path.
public record PlacedEdge(PictureEdge edge, EdgePath path) {

    /// The index of the box that it leaves.
    public int from() {
        return edge.from();
    }

    /// The index of the box that it enters.
    public int to() {
        return edge.to();
    }
}
