package dev.lathe.ui.export;

import dev.lathe.ui.form.ApplyBar;
import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.form.Notice;
import dev.lathe.ui.form.PaneScroll;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.ProgressRow;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The export pane.
public final class ExportView extends StackPane {

    /// A pane.
    ///
    /// @param showFolder opens a folder in the file manager of the system
    public ExportView(
            ExportViewModel model, Texts texts, PathChooser paths, Consumer<Path> showFolder) {
        setId("export");
        getStyleClass().add("pane");
        var empty =
                new EmptyState(
                        Feather.PACKAGE,
                        texts.text("export.empty"),
                        texts.text("export.empty.hint"));
        var parts =
                new VBox(
                        new PackageSection(model, texts, paths),
                        new MetricsSection(model, texts),
                        new ApplyBar(
                                "export-start",
                                texts.text("export.start"),
                                model.obstacle(),
                                model::export),
                        new ProgressRow(
                                "export-progress",
                                model.stateProperty().isEqualTo(ExportState.RUNNING),
                                model.progressProperty(),
                                texts.text("export.running"),
                                texts.text("job.cancel"),
                                model::cancel),
                        new Notice("export-problem", Notice.Kind.ERROR, model.problemProperty()),
                        new OutcomeSection(model, texts, showFolder),
                        new ContentsSection(texts));
        parts.getStyleClass().add("pane-content");
        var content = new PaneScroll(parts);
        var hasModel = model.currentProperty().map(Optional::isPresent);
        content.visibleProperty().bind(hasModel);
        empty.visibleProperty().bind(hasModel.map(has -> !has));
        getChildren().setAll(empty, content);
    }
}
