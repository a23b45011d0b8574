package dev.lathe.ui.diff;

import dev.lathe.model.format.ModelFileNames;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.PathChooser.Request;
import dev.lathe.ui.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says what is compared on a side and lets people choose something else: a version of the open
/// model, or a file.
final class SourcePicker extends HBox {
    private final DiffViewModel model;
    private final Side side;
    private final PathChooser paths;
    private final Texts texts;
    private final MenuButton menu = new MenuButton();

    SourcePicker(DiffViewModel model, Side side, PathChooser paths, Texts texts, String id) {
        this.model = model;
        this.side = side;
        this.paths = paths;
        this.texts = texts;
        getStyleClass().add("source-picker");
        setMinWidth(0);
        var label = new Label();
        label.getStyleClass().add("source-side");
        label.setMinWidth(USE_PREF_SIZE);
        label.textProperty().bind(texts.text("diff." + side.word()));
        menu.setId(id);
        menu.getStyleClass().addAll("flat", "source-name");
        menu.setMnemonicParsing(false);
        menu.setMinWidth(0);
        menu.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(menu, Priority.ALWAYS);
        var name =
                model.sourceProperty(side).map(source -> source.map(DiffSource::name).orElse(""));
        menu.textProperty().bind(name);
        menu.accessibleTextProperty().bind(texts.text("diff.choose", label.textProperty(), name));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(name);
        menu.setTooltip(tooltip);
        menu.setOnShowing(_ -> fill());
        fill();
        getChildren().setAll(label, menu);
    }

    private void fill() {
        menu.getItems().clear();
        for (DiffSource version : model.versions()) {
            var item = new MenuItem(version.name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.replace(side, version));
            menu.getItems().add(item);
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        var file = new MenuItem(texts.now("diff.file"));
        file.setOnAction(_ ->
                paths.openFile(
                                new Request(
                                        texts.now("diff.file.title"),
                                        texts.now("shell.models"),
                                        ModelFileNames.PATTERNS))
                        .ifPresent(chosen -> model.replace(side, chosen)));
        menu.getItems().add(file);
    }
}
