package dev.lathe.ui.diff;

import dev.lathe.ui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of the list of changes: a sign, what changed, and below it how.
final class ChangeCell extends ListCell<ChangeRow> {
    private final ChangeText words;
    private final Texts texts;
    private final Label sign = new Label();
    private final Label title = new Label();
    private final Label name = new Label();
    private final Label summary = new Label();
    private final HBox content;

    ChangeCell(Texts texts) {
        this.texts = texts;
        this.words = new ChangeText(texts);
        getStyleClass().add("change-cell");
        title.getStyleClass().add("change-title");
        title.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("change-name");
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.setMinWidth(0);
        summary.getStyleClass().add("change-summary");
        summary.setMinWidth(0);
        var line = new HBox(title, name);
        line.getStyleClass().add("change-line");
        var lines = new VBox(line, summary);
        lines.getStyleClass().add("change-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
        content = new HBox(sign, lines);
        content.getStyleClass().add("change");
        content.setMinWidth(0);
        // The list is as wide as its cells want to be; they want no more than it has.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ChangeRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        sign.setText(row.kind().sign());
        sign.getStyleClass().setAll("label", "change-sign", "change-" + row.kind().word());
        title.setText(words.title(row));
        name.setText(row.subject() == ChangeRow.Subject.MODEL ? "" : row.name());
        summary.setText(words.summary(row));
        summary.setManaged(!summary.getText().isEmpty());
        summary.setVisible(summary.isManaged());
        setAccessibleText(
                texts.now(
                        "diff.accessible",
                        words.kind(row.kind()),
                        title.getText(),
                        name.getText(),
                        summary.getText()));
        setGraphic(content);
    }
}
