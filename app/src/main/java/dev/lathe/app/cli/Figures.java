package dev.lathe.app.cli;

import dev.lathe.model.work.ByteCount;
import java.util.Locale;
import java.util.OptionalLong;

/// Numbers with their units, as the command line prints them.
final class Figures {
    private static final String[] DECIMAL = {"", "k", "M", "G", "T"};

    private Figures() {}

    static String bytes(long count) {
        return ByteCount.text(count);
    }

    static String count(long count) {
        return scaled((double) count).strip();
    }

    static String count(OptionalLong count) {
        return count.isPresent() ? count(count.getAsLong()) : "?";
    }

    static String bytes(OptionalLong count) {
        return count.isPresent() ? bytes(count.getAsLong()) : "?";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String ms(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.3f ms" : "%.1f ms", milliseconds);
    }

    private static String scaled(double value) {
        int unit = 0;
        double rest = value;
        while (rest >= 1000 && unit < DECIMAL.length - 1) {
            rest /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.2f %s", rest, DECIMAL[unit]);
    }
}
