package dev.lathe.ui.diff;

import java.util.Locale;

/// A picture of the diff view.
public enum Side {
    BEFORE,
    AFTER,
    MERGED;

    /// The word in ids and message keys.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
