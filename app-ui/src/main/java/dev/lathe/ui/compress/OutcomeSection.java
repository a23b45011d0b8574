package dev.lathe.ui.compress;

import dev.lathe.model.edit.EditReport;
import dev.lathe.model.edit.EditReport.Refusal;
import dev.lathe.ui.form.Notice;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// What the edit of the shown version did, and which layers it left alone, with reasons.
final class OutcomeSection extends VBox {
    private final VBox lines = new VBox();

    OutcomeSection(CompressViewModel model, Texts texts) {
        getStyleClass().add("outcome");
        lines.getStyleClass().add("environment-lines");
        var refusals = new TitledPane();
        refusals.setId("compress-refused");
        refusals.getStyleClass().add("dense");
        refusals.setContent(lines);
        refusals.setAnimated(false);
        refusals.setExpanded(false);
        refusals.textProperty()
                .bind(texts.text("compress.refused", Bindings.size(lines.getChildren())));
        refusals.visibleProperty().bind(Bindings.isNotEmpty(lines.getChildren()));
        refusals.managedProperty().bind(refusals.visibleProperty());
        getChildren()
                .setAll(
                        new Notice("compress-outcome", Notice.Kind.SUCCESS, model.outcome()),
                        new Notice("compress-notes", Notice.Kind.HINT, model.notes()),
                        refusals);
        model.shownProperty().subscribe(this::show);
    }

    private void show(Optional<Version> version) {
        var refused = version.flatMap(Version::report).map(EditReport::refused).orElse(List.of());
        lines.getChildren().setAll(refused.stream().map(OutcomeSection::line).toList());
    }

    private static VBox line(Refusal refusal) {
        var layer = new Label(refusal.layer());
        var reason = new Label(refusal.reason());
        reason.getStyleClass().add("hint");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        return new VBox(layer, reason);
    }
}
