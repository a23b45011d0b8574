package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.LaidOutGraph;

/// A rectangle of the picture.
public record Area(double x, double y, double width, double height) {

    /// The whole of a picture.
    public static Area of(LaidOutGraph graph) {
        return new Area(0, 0, graph.width(), graph.height());
    }

    /// The smallest area that holds both.
    public Area with(Area other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Area(
                left,
                top,
                Math.max(right(), other.right()) - left,
                Math.max(bottom(), other.bottom()) - top);
    }

    /// With a margin on each side.
    public Area grown(double margin) {
        return new Area(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    /// Whether the two have a point in common.
    public boolean meets(double left, double top, double otherRight, double otherBottom) {
        return left <= right() && otherRight >= x && top <= bottom() && otherBottom >= y;
    }
}
