package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.LaidOutGraph;

/// What of a picture goes into a file, how large, and on what.
///
/// @param area a part of the picture
/// @param scale pixels for a unit of the picture
public record PictureFrame(Area area, double scale, Background background) {
    /// A strip of an image is held in memory whole, and viewers refuse what is larger.
    private static final double MOST_PIXELS = 250e6;

    private static final double LONGEST_SIDE = 100_000;

    /// What is behind the boxes and edges.
    public enum Background {
        /// The colour of the theme.
        SURFACE,
        TRANSPARENT
    }

    /// All of a picture on the colour of its theme.
    public static PictureFrame whole(LaidOutGraph graph, double scale) {
        return new PictureFrame(Area.of(graph), scale, Background.SURFACE);
    }

    /// The width of the image in pixels.
    public long width() {
        return Math.max(1, (long) Math.ceil(area.width() * scale - 1e-6));
    }

    /// The height of the image in pixels.
    public long height() {
        return Math.max(1, (long) Math.ceil(area.height() * scale - 1e-6));
    }

    /// Whether an image of pixels can have this size.
    public boolean fitsPixels() {
        return Math.max(width(), height()) <= LONGEST_SIDE
                && (double) width() * height() <= MOST_PIXELS;
    }

    /// The largest scale at which an area fits into an image of pixels.
    public static double largestScale(Area area) {
        double pixels = Math.max(1, area.width() * area.height());
        double side = Math.max(1, Math.max(area.width(), area.height()));
        double largest = Math.min(Math.sqrt(MOST_PIXELS / pixels), LONGEST_SIDE / side);
        return largest * (1 - 1e-4); // sides are rounded up to whole pixels
    }
}
