package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.PlacedBox;
import javafx.geometry.Point2D;

/// Where things are in a graph pane, in the pixels of its window.
record GraphPane(GraphView view) {

    /// The middle of the box that shows a layer.
    Point2D middle(String layer) {
        var box = box(layer);
        return view.canvas().viewport().toPixel(box.centerX(), box.centerY());
    }

    /// The upper left corner of the box that shows a layer, moved by so many pixels.
    Point2D corner(String layer, double dx, double dy) {
        var box = box(layer);
        return view.canvas().viewport().toPixel(box.x(), box.y()).add(dx, dy);
    }

    /// The lower right corner of the box that shows a layer, moved by so many pixels.
    Point2D farCorner(String layer, double dx, double dy) {
        var box = box(layer);
        return view.canvas().viewport().toPixel(box.right(), box.bottom()).add(dx, dy);
    }

    /// A point on the edge between two layers.
    Point2D between(String from, String to) {
        var graph = view.canvas().picture().graph();
        var edge =
                graph.edges().stream()
                        .filter(e ->
                                e.from() == graph.boxOf(from).orElseThrow()
                                        && e.to() == graph.boxOf(to).orElseThrow())
                        .findFirst()
                        .orElseThrow();
        var path = edge.path();
        return view.canvas()
                .viewport()
                .toPixel((path.x(0) + path.x(1)) / 2, (path.y(0) + path.y(1)) / 2);
    }

    int index(String layer) {
        return view.canvas().picture().graph().boxOf(layer).orElseThrow();
    }

    private PlacedBox box(String layer) {
        return view.canvas().picture().graph().boxes().get(index(layer));
    }
}
