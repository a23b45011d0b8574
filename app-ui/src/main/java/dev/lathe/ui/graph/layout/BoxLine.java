package dev.lathe.ui.graph.layout;

/// A line inside a box.
///
/// @param label what it is, such as the name of a weight; may be empty
/// @param text its value, such as a shape
public record BoxLine(String label, String text) {}
