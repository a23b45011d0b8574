package dev.lathe.ui.overlay;

import dev.lathe.model.metric.Amount;
import dev.lathe.model.metric.Unit;
import dev.lathe.ui.text.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Writes values with their units.
final class ValueText {
    private static final double SHORTEST_MS = 0.1;
    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e5;
    private static final double LARGEST = 1e18;
    private static final MathContext DIGITS = new MathContext(4);

    private ValueText() {}

    /// A value of a layer or group: `1.24 M`, `≥ 3.40 KiB`, `?`.
    static String of(Unit unit, Amount amount) {
        if (amount.isUnknown()) {
            return "?";
        }
        var words = of(unit, amount.value());
        return amount.isExact() ? words : "≥ " + words;
    }

    static String of(Unit unit, double value) {
        return switch (unit.kind()) {
            case COUNT -> isWhole(value) ? Units.count((long) value) : plain(value);
            case BYTES -> isWhole(value) ? Units.bytes((long) value) : plain(value) + " B";
            case BITS -> value == 0 ? "0 bit" : String.format(Locale.ROOT, "%.3g bit", value);
            case SHARE -> value == 0 ? "0 %" : Units.percent(value);
            case MILLISECONDS -> milliseconds(value);
            case OTHER ->
                    unit.symbol().isEmpty() ? plain(value) : plain(value) + " " + unit.symbol();
        };
    }

    private static String milliseconds(double ms) {
        if (ms == 0) {
            return "0 ms";
        }
        return Math.abs(ms) < SHORTEST_MS
                ? String.format(Locale.ROOT, "%.3g µs", ms * 1000)
                : Units.milliseconds(ms);
    }

    /// A number with up to four significant digits.
    private static String plain(double value) {
        double size = Math.abs(value);
        if (size >= LARGE && size < LARGEST) {
            return Units.count(Math.round(value));
        }
        if (value != 0 && (size < SMALL || size >= LARGEST)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST;
    }
}
