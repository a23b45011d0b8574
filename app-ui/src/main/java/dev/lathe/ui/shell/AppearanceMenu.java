package dev.lathe.ui.shell;

import dev.lathe.ui.settings.Appearance;
import dev.lathe.ui.settings.Preferences;
import dev.lathe.ui.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The choice between light and dark.
final class AppearanceMenu extends ChoiceMenu<Appearance> {
    AppearanceMenu(Preferences preferences, Texts texts) {
        super(
                "appearance",
                Feather.SUN,
                texts.text("settings.appearance"),
                Appearance.values(),
                preferences.appearanceProperty(),
                appearance -> texts.text(appearance.messageKey()));
    }
}
