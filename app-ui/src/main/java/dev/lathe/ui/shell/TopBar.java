package dev.lathe.ui.shell;

import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.settings.Preferences;
import dev.lathe.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The bar at the top: files, undo, the areas of work, search, theme and language.
final class TopBar extends HBox {
    private final Workbench workbench;
    private final Texts texts;

    TopBar(
            Workbench workbench,
            ShellModel model,
            FileCommands files,
            Preferences preferences,
            Runnable find,
            Texts texts) {
        this.workbench = workbench;
        this.texts = texts;
        setId("top-bar");
        getStyleClass().add("top-bar");
        var areas = new AreaSwitch(model, texts);
        areas.disableProperty().bind(nothingOpen());
        var left = group(home(), open(files), save(files), separator(), undo(), redo());
        var right =
                group(
                        search(find),
                        separator(),
                        new AppearanceMenu(preferences, texts),
                        new LanguageMenu(preferences, texts));
        left.getStyleClass().add("top-bar-left");
        right.getStyleClass().add("top-bar-right");
        getChildren().setAll(left, spacer(), areas, spacer(), right);
    }

    private Button home() {
        var button = IconButtons.of("home", Feather.HOME, texts.text("shell.home"));
        button.setOnAction(_ -> workbench.close());
        button.disableProperty().bind(nothingOpen());
        return button;
    }

    private Button open(FileCommands files) {
        var button = IconButtons.of("open", Feather.FOLDER, texts.text("shell.open"));
        button.setOnAction(_ -> files.open());
        return button;
    }

    private Button save(FileCommands files) {
        var button = IconButtons.of("save", Feather.SAVE, texts.text("shell.save"));
        button.setOnAction(_ -> files.save());
        button.disableProperty().bind(nothingOpen());
        return button;
    }

    private Button undo() {
        var button = IconButtons.of("undo", Feather.CORNER_UP_LEFT, texts.text("shell.undo"));
        button.setOnAction(_ -> workbench.undo());
        button.disableProperty().bind(workbench.canUndo().not());
        return button;
    }

    private Button redo() {
        var button = IconButtons.of("redo", Feather.CORNER_UP_RIGHT, texts.text("shell.redo"));
        button.setOnAction(_ -> workbench.redo());
        button.disableProperty().bind(workbench.canRedo().not());
        return button;
    }

    private Button search(Runnable find) {
        var button = IconButtons.of("find", Feather.SEARCH, texts.text("shell.find"));
        button.setOnAction(_ -> find.run());
        button.disableProperty().bind(nothingOpen());
        return button;
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
