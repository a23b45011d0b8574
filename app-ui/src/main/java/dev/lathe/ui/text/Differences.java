package dev.lathe.ui.text;

import java.util.Locale;

/// How figures differ from others, as people read it: signed, with a true minus sign.
public final class Differences {

    /// What stands where there is no figure.
    public static final String NONE = "—";

    private Differences() {}

    /// By how much a figure differs from another, in whole per cent of that other: `−68 %`, `+3 %`,
    /// `±0 %`; a dash if the other is 0.
    public static String relative(double before, double after) {
        return before == 0 ? NONE : signed((after / before - 1) * 100, 0) + " %";
    }

    /// The difference of two shares in percentage points, without a unit: `−0.4`.
    public static String points(double before, double after) {
        return signed((after - before) * 100, 1);
    }

    /// The ratio of two figures: `0.32×`; a dash if the first is 0.
    public static String ratio(double before, double after) {
        return before == 0 ? NONE : String.format(Locale.ROOT, "%.2f×", after / before);
    }

    private static String signed(double value, int decimals) {
        var size = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        if (Double.parseDouble(size) == 0) {
            return "±" + size;
        }
        return (value < 0 ? "−" : "+") + size;
    }
}
