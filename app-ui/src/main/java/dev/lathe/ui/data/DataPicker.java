package dev.lathe.ui.data;

import dev.lathe.ui.form.Choice;
import dev.lathe.ui.form.Form;
import dev.lathe.ui.form.Notice;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.PathChooser.Request;
import dev.lathe.ui.session.DataChoice;
import dev.lathe.ui.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;

/// Shows which data are chosen and lets people choose others: a folder of images, an IDX pair or a
/// NumPy file, and how images become inputs.
public final class DataPicker extends VBox {
    private final String id;
    private final DataPickerModel model;
    private final Texts texts;
    private final PathChooser paths;

    /// A picker whose controls have ids that start with the given one.
    public DataPicker(String id, DataPickerModel model, Texts texts, PathChooser paths) {
        this.id = id;
        this.model = model;
        this.texts = texts;
        this.paths = paths;
        getStyleClass().add("data-picker");
        var form =
                new Form()
                        .row(texts.text("data.source"), source())
                        .field(texts.text("data.preset"), preset());
        getChildren()
                .setAll(
                        form,
                        summary(),
                        new Notice(id + "-problem", Notice.Kind.ERROR, model.problemProperty()));
    }

    private MenuButton source() {
        var button = new MenuButton();
        button.setId(id + "-source");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.choiceProperty()
                                                .get()
                                                .map(DataChoice::name)
                                                .orElseGet(() -> texts.now("data.none")),
                                model.choiceProperty(),
                                texts.messagesProperty()));
        button.accessibleTextProperty().bind(texts.text("data.accessible", button.textProperty()));
        button.getItems().setAll(folder(), file());
        return button;
    }

    private MenuItem folder() {
        var item = new MenuItem();
        item.setId(id + "-folder");
        item.textProperty().bind(texts.text("data.folder"));
        item.setOnAction(_ ->
                paths.openFolder(new Request(texts.now("data.folder"), "", List.of("*")))
                        .ifPresent(model::open));
        return item;
    }

    private MenuItem file() {
        var item = new MenuItem();
        item.setId(id + "-file");
        item.textProperty().bind(texts.text("data.file"));
        item.setOnAction(_ ->
                paths.openFile(
                                new Request(
                                        texts.now("data.file"),
                                        texts.now("data.file.kind"),
                                        List.of("*")))
                        .ifPresent(model::open));
        return item;
    }

    private Choice<String> preset() {
        return new Choice<>(
                id + "-preset",
                DataPickerModel.presets(),
                model.presetProperty(),
                name -> new ReadOnlyStringWrapper(name));
    }

    private Label summary() {
        var label = new Label();
        label.setId(id + "-summary");
        label.getStyleClass().add("hint");
        label.textProperty().bind(model.summaryProperty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
