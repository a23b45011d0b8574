package dev.lathe.ui.shell;

import dev.lathe.ui.settings.Language;
import dev.lathe.ui.settings.Preferences;
import dev.lathe.ui.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The choice of language.
final class LanguageMenu extends ChoiceMenu<Language> {
    LanguageMenu(Preferences preferences, Texts texts) {
        super(
                "language",
                Feather.GLOBE,
                texts.text("settings.language"),
                Language.values(),
                preferences.languageProperty(),
                language -> texts.text(language.messageKey()));
    }
}
