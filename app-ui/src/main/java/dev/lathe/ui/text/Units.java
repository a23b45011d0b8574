package dev.lathe.ui.text;

import dev.lathe.model.cost.AtLeast;
import java.util.Locale;

/// Figures with their units, short enough for a table, the same in every language.
public final class Units {
    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final String[] COUNTS = {"", " k", " M", " G", " T"};

    private Units() {}

    /// A number of bytes: `12 B`, `3.4 KiB`, `97.5 MiB`.
    public static String bytes(long bytes) {
        return scaled(bytes, 1024, BYTES, " ");
    }

    /// A number of things: `640`, `12.3 k`, `1.24 M`.
    public static String count(long count) {
        return scaled(count, 1000, COUNTS, "");
    }

    /// A number of things of which some may not be known: `≥ 1.24 M`, `?`.
    public static String count(AtLeast count) {
        return atLeast(count, count(count.value()));
    }

    /// A number of bytes of which some may not be known: `≥ 1.24 MiB`, `?`.
    public static String bytes(AtLeast bytes) {
        return atLeast(bytes, bytes(bytes.value()));
    }

    private static String atLeast(AtLeast figure, String words) {
        return figure.isExact() ? words : figure.value() > 0 ? "≥ " + words : "?";
    }

    /// A duration of milliseconds with three significant digits: `0.042 ms`, `1.23 ms`, `1.50 s`.
    public static String milliseconds(double ms) {
        return ms < 1000 ? digits(ms) + " ms" : digits(ms / 1000) + " s";
    }

    /// A share from 0 to 1 as `12.3 %`.
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /// A share from 0 to 1 that people chose, without needless digits: `50 %`, `12.5 %`.
    public static String share(double share) {
        double percent = Math.rint(share * 1000) / 10;
        return percent == Math.rint(percent)
                ? String.format(Locale.ROOT, "%.0f %%", percent)
                : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    /// A number with about four significant digits: `0.01234`, `-1.250`, `3.2e-07`.
    public static String number(double value) {
        double size = Math.abs(value);
        if (value == 0 || (size >= 1e-4 && size < 1e6)) {
            int whole = size < 1 ? 0 : (int) Math.log10(size) + 1;
            return String.format(
                    Locale.ROOT, "%." + Math.max(0, 5 - Math.max(1, whole)) + "f", value);
        }
        return String.format(Locale.ROOT, "%.2e", value);
    }

    private static String scaled(long value, int step, String[] units, String gap) {
        int unit = 0;
        double scaled = value;
        while (Math.abs(scaled) >= step && unit < units.length - 1) {
            scaled /= step;
            unit++;
        }
        return (unit == 0 ? Long.toString(value) : digits(scaled)) + gap + units[unit];
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
