package dev.lathe.ui.graph.layout;

/// Places rectangles side by side on shelves of about the same width.
final class Shelves {
    private static final double GAP = 48;

    private final double margin;
    private final double widest;
    private double x;
    private double y;
    private double shelfHeight;
    private double width;
    private double lastX;
    private double lastY;

    /// @param area the area that all rectangles take together
    /// @param widest the width of the widest of them
    Shelves(double margin, double area, double widest) {
        this.margin = margin;
        this.widest = Math.max(widest, Math.sqrt(area) * 1.4) + margin;
        this.x = margin;
        this.y = margin;
    }

    /// Takes a place for the next rectangle; {@link #lastX} and {@link #lastY} tell where.
    void add(double rectangleWidth, double rectangleHeight) {
        if (x > margin && x + rectangleWidth > widest) {
            x = margin;
            y += shelfHeight + GAP;
            shelfHeight = 0;
        }
        lastX = x;
        lastY = y;
        x += rectangleWidth + GAP;
        width = Math.max(width, lastX + rectangleWidth);
        shelfHeight = Math.max(shelfHeight, rectangleHeight);
    }

    double lastX() {
        return lastX;
    }

    double lastY() {
        return lastY;
    }

    double width() {
        return width + margin;
    }

    double height() {
        return y + shelfHeight + margin;
    }
}
