package dev.lathe.ui.graph;

import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.Focus;
import dev.lathe.ui.graph.paint.FxBrush;
import dev.lathe.ui.graph.paint.GraphPainter;
import dev.lathe.ui.graph.paint.PictureIndex;

/// What the tiles of a picture show.
///
/// @param focus what is not faded
record Painting(PictureIndex picture, GraphPainter painter, Focus focus) {

    void paint(FxBrush brush, FxBrush faded, Area area, double scale) {
        painter.paint(brush, faded, focus, area, scale);
    }
}
