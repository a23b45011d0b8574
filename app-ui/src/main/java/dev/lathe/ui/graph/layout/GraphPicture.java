package dev.lathe.ui.graph.layout;

import java.util.List;
import java.util.Map;

/// What is to be drawn, before anything has a place.
///
/// @param boxes a box comes after those it depends on, except on cycles of a broken model
/// @param folded layer names of constants that have no box of their own, with the index of the box
///   that shows them
/// @param entries how many of the first boxes are junctions by which values enter
/// @param exits how many of the last boxes are junctions by which values leave
public record GraphPicture(
        List<PictureBox> boxes,
        List<PictureEdge> edges,
        Map<String, Integer> folded,
        int entries,
        int exits) {

    /// A picture that nothing enters or leaves.
    public GraphPicture(
            List<PictureBox> boxes, List<PictureEdge> edges, Map<String, Integer> folded) {
        this(boxes, edges, folded, 0, 0);
    }

    public GraphPicture {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
        folded = Map.copyOf(folded);
    }
}
