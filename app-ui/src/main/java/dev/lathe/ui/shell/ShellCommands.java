package dev.lathe.ui.shell;

import dev.lathe.ui.command.Command;
import dev.lathe.ui.command.Command.Reach;
import dev.lathe.ui.command.CommandList;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.settings.Appearance;
import dev.lathe.ui.settings.Language;
import dev.lathe.ui.settings.Preferences;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;

/// What can be done in the window whatever is in its panes: files, versions, areas of work, theme
/// and language.
final class ShellCommands {
    private static final int RECENT = 9;

    private final Workbench workbench;
    private final ShellModel model;
    private final FileCommands files;
    private final Preferences preferences;
    private final Texts texts;
    private final CommandList list;

    private ShellCommands(
            Workbench workbench,
            ShellModel model,
            FileCommands files,
            Preferences preferences,
            Texts texts) {
        this.workbench = workbench;
        this.model = model;
        this.files = files;
        this.preferences = preferences;
        this.texts = texts;
        this.list = new CommandList(Reach.WINDOW, texts);
    }

    static List<Command> of(
            Workbench workbench,
            ShellModel model,
            FileCommands files,
            Preferences preferences,
            Texts texts) {
        var commands = new ShellCommands(workbench, model, files, preferences, texts);
        commands.addFiles();
        commands.addVersions();
        commands.addAreas();
        commands.addChoices();
        commands.addRecent();
        return commands.list.all();
    }

    private void addFiles() {
        list.add("file.open", files::open, "Shortcut+O")
                .add("file.save", isOpen(), files::save, "Shortcut+S")
                .add("file.reload", isOpen(), workbench::reload, "F5")
                .add("file.close", isOpen(), workbench::close);
    }

    private void addVersions() {
        list.add("edit.undo", workbench.canUndo(), workbench::undo, "Shortcut+Z")
                .add(
                        "edit.redo",
                        workbench.canRedo(),
                        workbench::redo,
                        "Shortcut+Shift+Z",
                        "Shortcut+Y");
    }

    private void addAreas() {
        int number = 0;
        for (WorkArea area : WorkArea.values()) {
            number++;
            list.add(
                    "view." + area.id(),
                    texts.text("command.view.area", texts.text(area.titleKey())),
                    isOpen(),
                    () -> model.areaProperty().set(area),
                    "Alt+" + number);
        }
        list.add("view.side", isOpen(), this::toggleSide).add("view.escape", model::escape, "Esc");
    }

    private void addChoices() {
        for (Appearance appearance : Appearance.values()) {
            list.add(
                    "view.theme-" + word(appearance),
                    texts.text("command.view.theme", texts.text(appearance.messageKey())),
                    preferences.appearanceProperty().isNotEqualTo(appearance),
                    () -> preferences.appearanceProperty().set(appearance));
        }
        for (Language language : Language.values()) {
            list.add(
                    "view.language-" + word(language),
                    texts.text("command.view.language", texts.text(language.messageKey())),
                    preferences.languageProperty().isNotEqualTo(language),
                    () -> preferences.languageProperty().set(language));
        }
    }

    private void addRecent() {
        for (int i = 0; i < RECENT; i++) {
            int position = i;
            list.add(
                    "file.recent-" + (i + 1),
                    recentTitle(position),
                    Bindings.size(preferences.recent().list()).greaterThan(position),
                    () -> files.openRecent(position),
                    "Shortcut+" + (i + 1));
        }
    }

    /// Empty while there are not so many recent files.
    private StringBinding recentTitle(int position) {
        var recent = preferences.recent().list();
        return Bindings.createStringBinding(
                () ->
                        position < recent.size()
                                ? texts.now(
                                        "command.file.recent",
                                        String.valueOf(recent.get(position).getFileName()))
                                : "",
                recent,
                texts.messagesProperty());
    }

    private void toggleSide() {
        model.sideShownProperty().set(!model.sideShownProperty().get());
    }

    private BooleanBinding isOpen() {
        return Bindings.createBooleanBinding(
                () -> workbench.openProperty().get().isPresent(), workbench.openProperty());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
