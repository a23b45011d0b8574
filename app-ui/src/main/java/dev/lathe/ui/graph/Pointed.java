package dev.lathe.ui.graph;

import java.util.OptionalInt;

/// What the pointer is on: a box, an edge beside all boxes, or nothing.
record Pointed(OptionalInt box, OptionalInt edge) {
    static final Pointed NOTHING = new Pointed(OptionalInt.empty(), OptionalInt.empty());

    boolean isNothing() {
        return box.isEmpty() && edge.isEmpty();
    }
}
