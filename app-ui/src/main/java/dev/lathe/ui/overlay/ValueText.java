package dev.lathe.ui.overlay;

import dev.lathe.model.metric.Amount;
import dev.lathe.model.metric.Unit;
import dev.lathe.ui.text.Units;
import java.util.Locale;

/// Writes values with their units.
final class ValueText {
    private static final double SHORTEST_MS = 0.1;
    private static final double LARGEST = 1e18;

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
            case COUNT -> isWhole(value) ? Units.count((long) value) : Units.number(value);
            case BYTES -> isWhole(value) ? Units.bytes((long) value) : Units.number(value) + " B";
            case BITS -> String.format(Locale.ROOT, "%.3g bit", value);
            case SHARE -> Units.percent(value);
            case MILLISECONDS ->
                    Math.abs(value) < SHORTEST_MS && value != 0
                            ? String.format(Locale.ROOT, "%.3g µs", value * 1000)
                            : Units.milliseconds(value);
            case OTHER ->
                    unit.symbol().isEmpty() ? plain(value) : plain(value) + " " + unit.symbol();
        };
    }

    private static String plain(double value) {
        return isWhole(value) && Math.abs(value) < 1e6
                ? String.format(Locale.ROOT, "%.0f", value)
                : Units.number(value);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST;
    }
}
