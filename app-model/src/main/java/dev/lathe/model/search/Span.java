package dev.lathe.model.search;

/// A part of a text.
///
/// @param to after its last character
record Span(int from, int to) {}
