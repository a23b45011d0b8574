package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.layout.TextRole;
import dev.lathe.ui.theme.Tint;
import java.util.List;

/// Something to draw a graph with, in units of the picture.
public interface Brush {

    /// Where a text stands relative to the given point on its base line.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// How edges are drawn.
    ///
    /// @param dash the length of dashes and gaps; 0 for a solid line
    record Stroke(Tint tint, double width, double dash, Bend bend) {

        /// The same stroke in another colour and width.
        Stroke with(Tint otherTint, double otherWidth) {
            return new Stroke(otherTint, otherWidth, dash, bend);
        }
    }

    /// How exactly edges follow their paths.
    enum Bend {
        CURVED,
        STRAIGHT
    }

    /// Says what is drawn from here to {@link #end}.
    ///
    /// @param name a layer id, group id or value name, to be found in a picture that can hold it
    default void begin(String name) {}

    /// Ends what was begun last.
    default void end() {}

    /// Fills a rectangle.
    void fill(double x, double y, double width, double height, Tint tint);

    /// Fills a rectangle with round corners.
    void fillRound(double x, double y, double width, double height, double radius, Tint tint);

    /// Fills a rectangle of which only the upper corners are round.
    void fillRoundTop(double x, double y, double width, double height, double radius, Tint tint);

    /// Draws the outline of a rectangle with round corners.
    void outline(double x, double y, double width, double height, double radius, Stroke stroke);

    /// Draws edges.
    void edges(List<EdgePath> paths, Stroke stroke);

    /// Fills the head of an arrow that points downwards to the end of each path.
    void arrowHeads(List<EdgePath> paths, double size, Tint tint);

    /// Writes a text.
    ///
    /// @param width the width that the layout gave it
    void text(
            String text,
            double x,
            double baseline,
            double width,
            TextRole role,
            Anchor anchor,
            Tint tint);

    /// Writes a bold text that starts at a point.
    ///
    /// @param size of the font
    void title(String text, double x, double baseline, double size, Tint tint);
}
