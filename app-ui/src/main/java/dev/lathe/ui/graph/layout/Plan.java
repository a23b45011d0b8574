package dev.lathe.ui.graph.layout;

import java.util.List;

/// What is to be arranged: the form of a picture without its names. Equal plans have equal
/// arrangements, so that repeated blocks are arranged once.
///
/// @param isFramed whether it goes into a frame, whose border its first and last row are
/// @param lead the least room behind the first row of a framed plan
record Plan(List<Cell> cells, List<PictureEdge> edges, boolean isFramed, double lead) {
    Plan {
        cells = List.copyOf(cells);
        edges = List.copyOf(edges);
    }
}
