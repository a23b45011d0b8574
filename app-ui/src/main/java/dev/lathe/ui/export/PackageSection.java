package dev.lathe.ui.export;

import dev.lathe.export.target.ExportTarget;
import dev.lathe.ui.form.Choice;
import dev.lathe.ui.form.Form;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.PathChooser.Request;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What the package is called, what it is for and where it goes.
final class PackageSection extends VBox {
    private final ExportViewModel model;
    private final Texts texts;
    private final PathChooser paths;

    PackageSection(ExportViewModel model, Texts texts, PathChooser paths) {
        this.model = model;
        this.texts = texts;
        this.paths = paths;
        getChildren().setAll(new Section(texts.text("export.package"), version(), form()));
    }

    private Label version() {
        var label = new Label();
        label.setId("export-shown-version");
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        label.textProperty().bind(texts.text("export.shown-version", model.title()));
        return label;
    }

    private Form form() {
        var fileName = new Label();
        fileName.setId("export-file-name");
        fileName.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        fileName.textProperty().bind(model.fileName());
        return new Form()
                .field(
                        texts.text("export.target"),
                        new Choice<>(
                                "export-target",
                                List.of(ExportTarget.values()),
                                model.targetProperty(),
                                t -> new ReadOnlyStringWrapper(t.runtime())))
                .field(texts.text("export.name"), field("export-name", model.nameProperty()))
                .field(
                        texts.text("export.version"),
                        field("export-version", model.packageVersionProperty()))
                .row(texts.text("export.folder"), folder())
                .row(texts.text("export.file"), fileName);
    }

    private static TextField field(String id, StringProperty text) {
        var field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private Button folder() {
        var button = new Button();
        button.setId("export-folder");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> folderWords(model.folderProperty().get()),
                                model.folderProperty(),
                                texts.messagesProperty()));
        button.accessibleTextProperty()
                .bind(texts.text("export.folder.accessible", button.textProperty()));
        button.setOnAction(_ ->
                paths.openFolder(new Request(texts.now("export.folder.choose"), "", List.of("*")))
                        .ifPresent(path -> model.folderProperty().set(Optional.of(path))));
        return button;
    }

    private String folderWords(Optional<Path> folder) {
        return folder.map(Path::toString).orElseGet(() -> texts.now("export.folder.choose"));
    }
}
