package dev.lathe.ui.graph.layout;

/// A box with the place of its upper left corner.
///
/// @param frame the index of the frame that it is in; -1 for none
/// @param depth how many frames are around it
public record PlacedBox(PictureBox box, double x, double y, int frame, int depth) {

    public double width() {
        return box.width();
    }

    public double height() {
        return box.height();
    }

    public double centerX() {
        return x + box.width() / 2;
    }

    public double centerY() {
        return y + box.height() / 2;
    }

    public double right() {
        return x + box.width();
    }

    public double bottom() {
        return y + box.height();
    }

    /// The uppermost card of a closed group.
    public PlacedBox onTop() {
        return new PlacedBox(
                box.closed(width() - BoxStyle.STACK, height() - BoxStyle.STACK),
                x,
                y,
                frame,
                depth);
    }

    /// Whether a point is in the box.
    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }
}
