package dev.lathe.ui.settings;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The settings of the window, kept in a file.
public final class Preferences {
    private final ObjectProperty<Appearance> appearance;
    private final ObjectProperty<Language> language;
    private final ObjectProperty<WindowLayout> layout;
    private final ObjectProperty<List<String>> layerColumns;
    private final ObjectProperty<List<String>> recentCommands;
    private final RecentFiles recent;
    private final SettingsFile file;

    private Preferences(Settings settings, SettingsFile file) {
        this.file = file;
        this.appearance = new SimpleObjectProperty<>(this, "appearance", settings.appearance());
        this.language = new SimpleObjectProperty<>(this, "language", settings.language());
        this.layout = new SimpleObjectProperty<>(this, "layout", settings.layout());
        this.layerColumns =
                new SimpleObjectProperty<>(this, "layerColumns", settings.layerColumns());
        this.recentCommands =
                new SimpleObjectProperty<>(this, "recentCommands", settings.recentCommands());
        this.recent = new RecentFiles(settings.recent());
    }

    /// The settings in a file, or the defaults if it cannot be read.
    ///
    /// @param onFailure hears why it cannot
    public static Preferences load(SettingsFile file, Consumer<? super IOException> onFailure) {
        try {
            return new Preferences(file.read(), file);
        } catch (IOException e) {
            onFailure.accept(e);
            return new Preferences(Settings.DEFAULT, file);
        }
    }

    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// How the window is divided.
    public ObjectProperty<WindowLayout> layoutProperty() {
        return layout;
    }

    /// The columns of the layer table that are shown, in their order; empty for those that it
    /// chooses itself.
    public ObjectProperty<List<String>> layerColumnsProperty() {
        return layerColumns;
    }

    /// The ids of the commands that were chosen from the palette, the latest first.
    public ObjectProperty<List<String>> recentCommandsProperty() {
        return recentCommands;
    }

    public RecentFiles recent() {
        return recent;
    }

    /// Writes the settings as they are now.
    public void save() throws IOException, InterruptedException {
        file.write(
                new Settings(
                        appearance.get(),
                        language.get(),
                        recent.list(),
                        layout.get(),
                        layerColumns.get(),
                        recentCommands.get()));
    }
}
