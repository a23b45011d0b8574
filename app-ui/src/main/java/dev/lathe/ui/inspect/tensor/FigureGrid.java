package dev.lathe.ui.inspect.tensor;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Named figures, one a line; one that is too long is cut and shown in full in a tooltip.
final class FigureGrid extends GridPane {
    private int row;

    FigureGrid() {
        getStyleClass().add("fact-grid");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var figures = new ColumnConstraints();
        figures.setHgrow(Priority.ALWAYS);
        figures.setMinWidth(0);
        getColumnConstraints().setAll(names, figures);
    }

    /// Adds a figure that follows the language.
    FigureGrid figure(ObservableValue<String> name, ObservableValue<String> figure) {
        var label = figure();
        label.textProperty().bind(figure);
        label.getTooltip().textProperty().bind(figure);
        return add(name, label);
    }

    /// Adds a figure that is the same in all languages.
    FigureGrid figure(ObservableValue<String> name, String figure) {
        var label = figure();
        label.setText(figure);
        label.getTooltip().setText(figure);
        return add(name, label);
    }

    private FigureGrid add(ObservableValue<String> name, Label figure) {
        var label = new Label();
        label.getStyleClass().add("fact-name");
        label.textProperty().bind(name);
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(figure);
        addRow(row++, label, figure);
        return this;
    }

    private static Label figure() {
        var label = new Label();
        label.getStyleClass().addAll("fact-value", "figure");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip());
        return label;
    }
}
