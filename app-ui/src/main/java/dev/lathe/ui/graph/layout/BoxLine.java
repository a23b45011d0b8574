package dev.lathe.ui.graph.layout;

/// A line inside a box.
///
/// @param label what it is, such as the name of a weight; may be empty
/// @param text its value, such as a shape
public record BoxLine(String label, String text, Style style) {

    /// What a line looks like.
    public enum Style {
        PLAIN,
        /// A coloured pill.
        BADGE
    }

    /// A plain line.
    public BoxLine(String label, String text) {
        this(label, text, Style.PLAIN);
    }

    /// A badge.
    static BoxLine badge(String text) {
        return new BoxLine("", text, Style.BADGE);
    }
}
