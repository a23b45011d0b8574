package dev.lathe.ui.settings;

import java.util.Locale;

/// Light or dark, or what the system has.
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK;

    /// The key of its name in the message files.
    public String messageKey() {
        return "settings.appearance." + name().toLowerCase(Locale.ROOT);
    }
}
