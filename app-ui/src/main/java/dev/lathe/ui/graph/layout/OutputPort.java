package dev.lathe.ui.graph.layout;

/// A value that leaves a box.
///
/// @param label its shape and, if it is no float, its type; empty if neither is known
public record OutputPort(String value, String label) {}
