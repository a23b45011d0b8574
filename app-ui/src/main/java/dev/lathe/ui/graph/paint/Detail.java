package dev.lathe.ui.graph.paint;

/// How much of a graph is drawn at a scale: no more than can be made out.
public enum Detail {
    /// Coloured rectangles and straight edges.
    BLOCKS,
    /// Boxes and curved edges without texts.
    BOXES,
    /// Everything.
    FULL;

    private static final double TEXT_FROM = 0.4;
    private static final double BOXES_FROM = 0.14;

    /// The detail that can be made out at a scale.
    ///
    /// @param scale pixels for a unit of the picture
    public static Detail at(double scale) {
        return scale >= TEXT_FROM ? FULL : scale >= BOXES_FROM ? BOXES : BLOCKS;
    }
}
