package dev.lathe.ui.shell;

import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;

/// The current version in one line of figures.
final class ModelFigures extends Label {
    private final Texts texts;

    ModelFigures(Workbench workbench, Texts texts) {
        this.texts = texts;
        setId("model-figures");
        getStyleClass().add("figure");
        setMinWidth(0);
        textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words(workbench.currentProperty().get()),
                                workbench.currentProperty(),
                                texts.messagesProperty()));
    }

    private String words(Optional<Version> current) {
        return current.map(version ->
                        texts.now(
                                "shell.figures",
                                version.model().graph().nodes().size(),
                                Units.count(version.cost().parameters()),
                                Units.count(version.cost().macs()),
                                Units.bytes(version.fileBytes())))
                .orElse("");
    }
}
