package dev.lathe.resources;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/// The words shown to people, in one language.
public final class Messages {

    /// The languages that there are words in, the one to fall back to first.
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private static final String BASE_NAME = "dev.lathe.resources.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle =
                ResourceBundle.getBundle(
                        BASE_NAME,
                        locale,
                        Messages.class.getClassLoader(),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /// The words for a locale: those of its language if there are any, else the English ones.
    public static Messages in(Locale locale) {
        return new Messages(closest(locale));
    }

    /// The language among {@link #LANGUAGES} that serves readers of a locale best.
    public static Locale closest(Locale locale) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    /// The language of these words.
    public Locale locale() {
        return locale;
    }

    /// The message with a key, its `{0}` holes filled.
    ///
    /// @throws java.util.MissingResourceException if there is no such message
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /// Whether there is a message with a key.
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// The keys of all messages.
    public Set<String> keys() {
        return bundle.keySet();
    }
}
