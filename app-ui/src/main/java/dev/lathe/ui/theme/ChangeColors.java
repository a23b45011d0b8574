package dev.lathe.ui.theme;

/// The colours of what was added, removed and changed, for a light or a dark surface.
///
/// They keep apart also for people with protanopia, deuteranopia and tritanopia, and reach a
/// contrast of 4.5:1 with the surface. Nothing is told by colour alone: a sign and the form of a
/// line always say the same.
public record ChangeColors(Tint added, Tint removed, Tint changed) {
    private static final ChangeColors LIGHT =
            new ChangeColors(new Tint(0x0f6c62), new Tint(0x97300a), new Tint(0xb81fb0));

    private static final ChangeColors DARK =
            new ChangeColors(new Tint(0x7cf0dc), new Tint(0xfb923c), new Tint(0xe64fbf));

    /// The colours that go with a palette.
    public static ChangeColors of(KindPalette palette) {
        return switch (palette) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }
}
