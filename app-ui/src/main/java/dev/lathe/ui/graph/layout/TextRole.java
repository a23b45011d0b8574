package dev.lathe.ui.graph.layout;

/// What a text in the picture is, and so how large it is written.
public enum TextRole {
    /// The operator, on the coloured band of a box.
    TITLE(12),
    /// An attribute or a weight inside a box.
    LINE(11),
    /// A shape beside an edge.
    LABEL(10);

    private final double size;

    TextRole(double size) {
        this.size = size;
    }

    /// The size of the font in units of the picture.
    public double size() {
        return size;
    }

    /// Whether the text is bold.
    public boolean isBold() {
        return this == TITLE;
    }
}
