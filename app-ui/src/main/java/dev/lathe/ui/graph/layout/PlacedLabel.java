package dev.lathe.ui.graph.layout;

/// A text beside an edge, in the rectangle with the given upper left corner.
///
/// @param box the index of the box that makes the labelled value
public record PlacedLabel(String text, int box, double x, double y, double width, double height) {

    /// This label at another place, of a box with another index.
    PlacedLabel moved(int otherBox, double dx, double dy) {
        return new PlacedLabel(text, otherBox, x + dx, y + dy, width, height);
    }
}
