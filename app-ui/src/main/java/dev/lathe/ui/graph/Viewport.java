package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.Area;
import javafx.geometry.Point2D;

/// Which part of a picture is seen, and how large: `pixel = unit × scale + offset`.
///
/// @param scale pixels for a unit of the picture
/// @param width of the window on the picture, in pixels
record Viewport(double scale, double offsetX, double offsetY, double width, double height) {
    static final double SMALLEST = 0.004;
    static final double LARGEST = 4;

    /// How near to the edge a box is looked for, as a share of the window.
    private static final double MARGIN = 0.08;

    /// Nothing seen yet.
    static final Viewport NONE = new Viewport(1, 0, 0, 0, 0);

    double toPictureX(double pixelX) {
        return (pixelX - offsetX) / scale;
    }

    double toPictureY(double pixelY) {
        return (pixelY - offsetY) / scale;
    }

    /// Where a point of the picture is in the window.
    Point2D toPixel(double x, double y) {
        return new Point2D(x * scale + offsetX, y * scale + offsetY);
    }

    /// The part of the picture that is seen.
    Area area() {
        return new Area(toPictureX(0), toPictureY(0), width / scale, height / scale);
    }

    /// The part of the picture in a rectangle of the window.
    Area toPicture(Area pixels) {
        return new Area(
                toPictureX(pixels.x()),
                toPictureY(pixels.y()),
                pixels.width() / scale,
                pixels.height() / scale);
    }

    /// Whether a box is seen as a whole and not just at the edge.
    boolean holdsWell(PlacedBox box) {
        var seen = area();
        double marginX = seen.width() * MARGIN;
        double marginY = seen.height() * MARGIN;
        return box.x() >= seen.x() + marginX
                && box.right() <= seen.right() - marginX
                && box.y() >= seen.y() + marginY
                && box.bottom() <= seen.bottom() - marginY;
    }

    /// Moved by so many pixels.
    Viewport panned(double dx, double dy) {
        return new Viewport(scale, offsetX + dx, offsetY + dy, width, height);
    }

    /// Zoomed so that the point of the picture under a pixel stays there.
    Viewport zoomed(double factor, double pixelX, double pixelY) {
        double target = Math.clamp(scale * factor, SMALLEST, LARGEST);
        double actual = target / scale;
        return new Viewport(
                target,
                pixelX - (pixelX - offsetX) * actual,
                pixelY - (pixelY - offsetY) * actual,
                width,
                height);
    }

    /// At a scale with a point of the picture in the middle.
    Viewport centered(double x, double y, double atScale) {
        return new Viewport(
                atScale, width / 2 - x * atScale, height / 2 - y * atScale, width, height);
    }

    /// All of an area, as large as fits but no larger than a scale.
    Viewport fitted(Area area, double largest) {
        double fit = Math.min(width / area.width(), height / area.height());
        double target = Math.clamp(Math.min(fit, largest), SMALLEST, LARGEST);
        return centered(area.x() + area.width() / 2, area.y() + area.height() / 2, target);
    }

    /// In a window of another size, with the same upper left corner.
    Viewport sized(double otherWidth, double otherHeight) {
        return new Viewport(scale, offsetX, offsetY, otherWidth, otherHeight);
    }

    /// Moved so far that some of a picture is always seen.
    Viewport within(double pictureWidth, double pictureHeight) {
        double keepX = Math.min(width / 2, 80);
        double keepY = Math.min(height / 2, 80);
        return new Viewport(
                scale,
                Math.clamp(
                        offsetX,
                        keepX - pictureWidth * scale,
                        Math.max(keepX - pictureWidth * scale, width - keepX)),
                Math.clamp(
                        offsetY,
                        keepY - pictureHeight * scale,
                        Math.max(keepY - pictureHeight * scale, height - keepY)),
                width,
                height);
    }
}
