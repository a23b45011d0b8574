package dev.lathe.ui.graph.layout;

/// Where a graph flows to.
public enum Direction {
    /// From top to bottom.
    DOWN,
    /// From left to right.
    RIGHT
}
