package dev.lathe.model.work;

import java.util.Locale;

/// Numbers of bytes in the units that people read.
public final class ByteCount {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private ByteCount() {}

    /// The number in the largest binary unit (IEC 80000-13) that it has one of: `398.11 MiB`.
    public static String text(long bytes) {
        double rest = bytes;
        int unit = 0;
        while (rest >= 1024 && unit < UNITS.length - 1) {
            rest /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.2f %s", rest, UNITS[unit]);
    }
}
