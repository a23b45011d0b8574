package dev.lathe.ui.settings;

import java.util.Locale;

/// A language of the window, or that of the system.
public enum Language {
    SYSTEM(Locale.ROOT),
    ENGLISH(Locale.ENGLISH),
    CHINESE(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// The locale to show.
    ///
    /// @param system the locale of the system
    public Locale locale(Locale system) {
        return this == SYSTEM ? system : locale;
    }

    /// The key of its name in the message files.
    public String messageKey() {
        return "settings.language." + name().toLowerCase(Locale.ROOT);
    }
}
