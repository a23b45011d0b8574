package dev.lathe.ui.graph.layout;

/// The measures of a box, in units of the picture.
public final class BoxStyle {
    /// The height of the coloured band with the title.
    public static final double BAND = 24;

    /// The height of a line.
    public static final double LINE = 16;

    /// The room above the first and below the last line.
    public static final double LINES_INSET = 4;

    /// The room to the left and right of lines.
    public static final double LINE_INSET = 9;

    /// The room between the label of a line and its text.
    public static final double LABEL_GAP = 6;

    /// How far the cards under a closed group reach out.
    public static final double STACK = 6;

    /// The radius of the corners.
    public static final double RADIUS = 5;

    static final double TITLE_INSET = 12;
    static final double MIN_WIDTH = 64;
    static final double MAX_TEXT = 210;

    private BoxStyle() {}
}
