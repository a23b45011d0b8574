package dev.lathe.ui.form;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Named figures, one a line, the figures at the right edge.
public final class Facts extends GridPane {
    private int row;

    public Facts() {
        getStyleClass().add("facts");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(names, figures);
    }

    /// Adds a line.
    public Facts fact(String id, ObservableValue<String> name, ObservableValue<String> figure) {
        var nameLabel = new Label();
        nameLabel.getStyleClass().add("fact-name");
        nameLabel.textProperty().bind(name);
        var figureLabel = new Label();
        figureLabel.setId(id);
        figureLabel.getStyleClass().addAll("fact-figure", "figure");
        figureLabel.textProperty().bind(figure);
        figureLabel.setMinWidth(USE_PREF_SIZE);
        nameLabel.setLabelFor(figureLabel);
        addRow(row++, nameLabel, figureLabel);
        return this;
    }
}
