package dev.lathe.ui.export;

import dev.lathe.ui.form.Notice;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The package that was written and what checking it found.
final class OutcomeSection extends VBox {
    private final ExportViewModel model;
    private final Texts texts;

    OutcomeSection(ExportViewModel model, Texts texts, Consumer<Path> showFolder) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("outcome");
        var show = new Button();
        show.setId("export-show-folder");
        show.textProperty().bind(texts.text("export.show-folder"));
        show.setOnAction(_ ->
                model.outcomeProperty()
                        .get()
                        .map(ExportOutcome::file)
                        .map(Path::getParent)
                        .ifPresent(showFolder));
        show.visibleProperty().bind(model.outcomeProperty().map(Optional::isPresent));
        show.managedProperty().bind(show.visibleProperty());
        getChildren()
                .setAll(
                        new Notice("export-written", Notice.Kind.SUCCESS, words(this::written)),
                        new Notice("export-verified", Notice.Kind.SUCCESS, words(this::verified)),
                        new Notice("export-broken", Notice.Kind.ERROR, words(this::broken)),
                        show);
    }

    private String written(ExportOutcome made) {
        return texts.now(
                "export.written",
                String.valueOf(made.file().getFileName()),
                Units.bytes(made.bytes()));
    }

    private String verified(ExportOutcome made) {
        return made.verification().valid()
                ? texts.now("export.verified", made.verification().files())
                : "";
    }

    private String broken(ExportOutcome made) {
        return String.join("\n", made.verification().problems());
    }

    private StringBinding words(Function<ExportOutcome, String> text) {
        return Bindings.createStringBinding(
                () -> model.outcomeProperty().get().map(text).orElse(""),
                model.outcomeProperty(),
                texts.messagesProperty());
    }
}
