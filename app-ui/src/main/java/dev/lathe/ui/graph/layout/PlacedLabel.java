package dev.lathe.ui.graph.layout;

/// A text beside an edge, in the rectangle with the given upper left corner.
///
/// @param box the index of the box that makes the labelled value
public record PlacedLabel(String text, int box, double x, double y, double width, double height) {}
