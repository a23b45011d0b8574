package dev.lathe.ui.theme;

/// An opaque sRGB colour.
///
/// @param rgb `0xRRGGBB`
public record Tint(int rgb) {
    public static final Tint WHITE = new Tint(0xffffff);
    public static final Tint BLACK = new Tint(0x000000);

    /// The least contrast of text with what is behind it (WCAG 2.2, success criterion 1.4.3).
    private static final double TEXT_CONTRAST = 4.5;

    public Tint {
        if (rgb < 0 || rgb > 0xffffff) {
            throw new IllegalArgumentException("not a 24-bit colour: " + rgb);
        }
    }

    public int red() {
        return rgb >> 16;
    }

    public int green() {
        return rgb >> 8 & 0xff;
    }

    public int blue() {
        return rgb & 0xff;
    }

    /// The form that CSS, SVG and `Color.web` read: `#rrggbb`.
    public String hex() {
        return "#%06x".formatted(rgb);
    }

    /// The colour on the way from this one to another; 0 is this one, 1 the other.
    public Tint mix(Tint other, double share) {
        return new Tint(
                blend(red(), other.red(), share) << 16
                        | blend(green(), other.green(), share) << 8
                        | blend(blue(), other.blue(), share));
    }

    /// The contrast ratio with another colour, 1 to 21 (WCAG 2.2, "contrast ratio").
    public double contrast(Tint other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// White or near-black, whichever is easier to read on this colour; black where neither reaches
    /// the contrast that text needs.
    public Tint readableText() {
        var ink = new Tint(0x1a1d21);
        var better = contrast(WHITE) >= contrast(ink) ? WHITE : ink;
        return contrast(better) < TEXT_CONTRAST && contrast(BLACK) > contrast(better)
                ? BLACK
                : better;
    }

    /// The relative luminance, 0 to 1 (WCAG 2.2).
    double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int blend(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * Math.clamp(share, 0, 1));
    }
}
