package dev.lathe.ui.shell;

import dev.lathe.ui.command.Command;
import dev.lathe.ui.command.Commands;
import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.settings.Preferences;
import dev.lathe.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The bar at the top: files, undo, the areas of work, search, theme and language.
final class TopBar extends HBox {
    private final Workbench workbench;
    private final Commands commands;
    private final Texts texts;

    TopBar(
            Workbench workbench,
            ShellModel model,
            Commands commands,
            Preferences preferences,
            Texts texts) {
        this.workbench = workbench;
        this.commands = commands;
        this.texts = texts;
        setId("top-bar");
        getStyleClass().add("top-bar");
        var areas = new AreaSwitch(model, texts);
        areas.disableProperty().bind(nothingOpen());
        var left =
                group(
                        button("home", Feather.HOME, "file.close"),
                        button("open", Feather.FOLDER, "file.open"),
                        button("save", Feather.SAVE, "file.save"),
                        separator(),
                        button("undo", Feather.CORNER_UP_LEFT, "edit.undo"),
                        button("redo", Feather.CORNER_UP_RIGHT, "edit.redo"));
        var right =
                group(
                        button("find", Feather.SEARCH, "graph.find"),
                        button("commands", Feather.COMMAND, "help.commands"),
                        separator(),
                        new AppearanceMenu(preferences, texts),
                        new LanguageMenu(preferences, texts));
        left.getStyleClass().add("top-bar-left");
        right.getStyleClass().add("top-bar-right");
        getChildren().setAll(left, spacer(), areas, spacer(), right);
    }

    /// A button that does a command; its tooltip names the key.
    private Button button(String id, Ikon icon, String command) {
        var found = commands.find(command).orElseThrow();
        var button = IconButtons.of(id, icon, words(found));
        button.setOnAction(_ -> found.run());
        var enabled = found.enabled();
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !found.isEnabled(), enabled));
        return button;
    }

    private StringBinding words(Command command) {
        return command.keyText().isEmpty()
                ? texts.text("command.words", command.title())
                : texts.text("command.words.key", command.title(), command.keyText());
    }

    private BooleanBinding nothingOpen() {
        return Bindings.createBooleanBinding(
                () -> workbench.openProperty().get().isEmpty(), workbench.openProperty());
    }

    private static HBox group(Node... nodes) {
        var group = new HBox(nodes);
        group.getStyleClass().add("top-bar-group");
        return group;
    }

    private static Separator separator() {
        return new Separator(Orientation.VERTICAL);
    }

    private static Region spacer() {
        var spacer = new Region();
        setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
