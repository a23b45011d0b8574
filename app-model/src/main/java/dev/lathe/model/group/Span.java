package dev.lathe.model.group;

/// A run of items.
///
/// @param from the first
/// @param to the one after the last
record Span(int from, int to) {
    int length() {
        return to - from;
    }

    Span to(Span last) {
        return new Span(from, last.to);
    }
}
