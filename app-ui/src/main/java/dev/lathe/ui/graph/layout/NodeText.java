package dev.lathe.ui.graph.layout;

import java.util.List;

/// What a box says, before it is cut to fit.
record NodeText(String title, List<BoxLine> lines) {
    NodeText {
        lines = List.copyOf(lines);
    }
}
