package dev.lathe.ui.graph.paint;

import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.Tint;

/// The colours of an overlay, from low to high: lightness changes evenly, so that the order is seen
/// without colour vision too, and high stands out against the surface.
public final class HeatScale {
    private static final Tint[] LIGHT = {
        new Tint(0xfdf1cf),
        new Tint(0xfbc56d),
        new Tint(0xee7f3b),
        new Tint(0xc03a43),
        new Tint(0x6b1250)
    };
    private static final Tint[] DARK = {
        new Tint(0x2a2150),
        new Tint(0x6c2a73),
        new Tint(0xbb4163),
        new Tint(0xf0803f),
        new Tint(0xfbe08a)
    };

    private HeatScale() {}

    /// The colour at a place of the scale.
    ///
    /// @param share 0 to 1
    public static Tint at(double share, KindPalette palette) {
        var stops =
                switch (palette) {
                    case LIGHT -> LIGHT;
                    case DARK -> DARK;
                };
        double place = Math.clamp(share, 0, 1) * (stops.length - 1);
        int below = (int) Math.min(place, stops.length - 2);
        return stops[below].mix(stops[below + 1], place - below);
    }
}
