package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.BoxStyle;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.layout.TextMeasure;
import dev.lathe.ui.graph.layout.TextRole;

/// The titles of frames seen from afar, where the texts in them cannot be read: of one size on the
/// screen however small the picture is, on frames that have room for them.
final class FarTitles {
    private static final double SIZE = 11;
    private static final double HEIGHT = 17;
    private static final double INSET = 5;
    private static final double MARGIN = 3;
    private static final double BASELINE = 0.36;

    /// A title takes no more than this share of the height of its frame.
    private static final double MOST_OF_HEIGHT = 0.25;

    private final PictureIndex index;
    private final GraphColors colors;
    private final TextMeasure measure;

    FarTitles(PictureIndex index, GraphColors colors, TextMeasure measure) {
        this.index = index;
        this.colors = colors;
        this.measure = measure;
    }

    /// Writes the title of a frame if it fits.
    void paint(Brush brush, PlacedBox frame, double scale) {
        if (!isShown(frame, scale)) {
            return;
        }
        var plate = plate(frame, scale);
        var tint = colors.kinds().fill(frame.box().kind()).mix(colors.surface(), 0.35);
        brush.fillRound(
                plate.x(), plate.y(), plate.width(), plate.height(), BoxStyle.RADIUS / scale, tint);
        brush.title(
                frame.box().title(),
                plate.x() + INSET / scale,
                plate.y() + (HEIGHT / 2 + SIZE * BASELINE) / scale,
                SIZE / scale,
                tint.readableText());
    }

    /// Whether the title fits into its frame beside those of the frames around.
    private boolean isShown(PlacedBox frame, double scale) {
        var plate = plate(frame, scale);
        boolean fits =
                plate.right() <= frame.right() && plate.height() <= MOST_OF_HEIGHT * frame.height();
        if (!fits) {
            return false;
        }
        for (int i = frame.frame(); i >= 0; i = index.graph().boxes().get(i).frame()) {
            var around = index.graph().boxes().get(i);
            var other = plate(around, scale);
            boolean meets = plate.meets(other.x(), other.y(), other.right(), other.bottom());
            if (meets && isShown(around, scale)) {
                return false;
            }
        }
        return true;
    }

    private Area plate(PlacedBox frame, double scale) {
        double text =
                measure.width(frame.box().title(), TextRole.TITLE) * SIZE / TextRole.TITLE.size();
        return new Area(
                frame.x() + MARGIN / scale,
                frame.y() + MARGIN / scale,
                (text + 2 * INSET) / scale,
                HEIGHT / scale);
    }
}
