package dev.lathe.ui.graph.paint;

import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.Tint;

/// The colours of a graph beside those of its operator kinds.
///
/// @param kinds the colours of operator kinds on this surface
/// @param surface behind everything
/// @param box behind the lines of a box
/// @param border around a box
/// @param text of lines
/// @param muted of what a line is about, and of labels beside edges
/// @param accent of what is selected
/// @param incoming of edges into what the pointer is on
/// @param outgoing of edges out of it
/// @param hit around what a search found
/// @param unrated the band of a box that an overlay says nothing about
public record GraphColors(
        KindPalette kinds,
        Tint surface,
        Tint box,
        Tint border,
        Tint text,
        Tint muted,
        Tint edge,
        Tint accent,
        Tint incoming,
        Tint outgoing,
        Tint hit,
        Tint unrated) {

    private static final GraphColors LIGHT =
            new GraphColors(
                    KindPalette.LIGHT,
                    new Tint(0xf6f8fa),
                    new Tint(0xffffff),
                    new Tint(0xafb8c1),
                    new Tint(0x1f2328),
                    new Tint(0x59636e),
                    new Tint(0x818b98),
                    new Tint(0x0969da),
                    new Tint(0x0a6d65),
                    new Tint(0xbc4c00),
                    new Tint(0xbf8700),
                    new Tint(0xd1d9e0));

    private static final GraphColors DARK =
            new GraphColors(
                    KindPalette.DARK,
                    new Tint(0x0d1117),
                    new Tint(0x1c2128),
                    new Tint(0x444c56),
                    new Tint(0xe6edf3),
                    new Tint(0x9ea7b3),
                    new Tint(0x6e7681),
                    new Tint(0x58a6ff),
                    new Tint(0x56d4c8),
                    new Tint(0xf0883e),
                    new Tint(0xe3b341),
                    new Tint(0x3d444d));

    /// The colours that go with a palette.
    public static GraphColors of(KindPalette palette) {
        return switch (palette) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    /// These colours where what was added and removed has colours, too: the edges of what the
    /// pointer is on are told by the arrows alone.
    public GraphColors forComparison() {
        return new GraphColors(
                kinds, surface, box, border, text, muted, edge, accent, accent, accent, hit,
                unrated);
    }
}
