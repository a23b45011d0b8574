package dev.lathe.ui.inspect.tensor;

import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.Tint;

/// The colours of a heat map: blue below the middle, orange above it, and between them the colour
/// that recedes into the window.
///
/// Blue and orange stay apart in all kinds of colour blindness, and to both sides of the middle the
/// lightness goes one way only, so that the map can be read in grey as well. What is no finite
/// number has the one colour that the scale never comes near: ink on paper.
final class HeatColours {
    private static final int STEPS = 256;

    private final int[] colours = new int[2 * STEPS + 1];
    private final int noNumber;

    HeatColours(KindPalette palette) {
        var middle = new Tint(palette == KindPalette.LIGHT ? 0xf6f6f4 : 0x20252c);
        var low = palette == KindPalette.LIGHT ? lows() : darkLows();
        var high = palette == KindPalette.LIGHT ? highs() : darkHighs();
        for (int i = 0; i <= STEPS; i++) {
            colours[STEPS - i] = opaque(between(middle, low, (double) i / STEPS));
            colours[STEPS + i] = opaque(between(middle, high, (double) i / STEPS));
        }
        noNumber = opaque(palette == KindPalette.LIGHT ? Tint.BLACK : Tint.WHITE);
    }

    private static Tint[] lows() {
        return new Tint[] {new Tint(0x6ea4d8), new Tint(0x053a75)};
    }

    private static Tint[] highs() {
        return new Tint[] {new Tint(0xe79a55), new Tint(0x7d3100)};
    }

    private static Tint[] darkLows() {
        return new Tint[] {new Tint(0x2f6fb3), new Tint(0x9fd2ff)};
    }

    private static Tint[] darkHighs() {
        return new Tint[] {new Tint(0xb0611f), new Tint(0xffd0a0)};
    }

    private static Tint between(Tint middle, Tint[] side, double share) {
        return share < 0.5 ? middle.mix(side[0], share * 2) : side[0].mix(side[1], share * 2 - 1);
    }

    private static int opaque(Tint tint) {
        return 0xff << 24 | tint.rgb();
    }

    /// The colour of a place from −1 to 1, as ARGB.
    int at(double place) {
        return colours[(int) Math.round(place * STEPS) + STEPS];
    }

    /// The colour of a number, as ARGB.
    int of(double number, HeatScale scale) {
        return Double.isFinite(number) ? at(scale.place(number)) : noNumber;
    }

    /// The colour of NaN and of infinite numbers, as ARGB.
    int noNumber() {
        return noNumber;
    }
}
