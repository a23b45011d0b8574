package dev.lathe.ui.inspect;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Names at the left and what they stand for beside them; what is too long is cut and shown in full
/// in a tooltip.
final class FactGrid extends GridPane {
    private static final int SHORT_NAME = 16;
    private int row;

    FactGrid() {
        getStyleClass().add("fact-grid");
        var names = new ColumnConstraints();
        names.setMaxWidth(144);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().setAll(names, values);
    }

    /// Adds words under a name that follows the language.
    FactGrid fact(ObservableValue<String> name, String value) {
        var label = new Label();
        label.textProperty().bind(name);
        return add(label, value(value));
    }

    /// Adds a figure under a name that follows the language.
    FactGrid figure(ObservableValue<String> name, String value) {
        var label = new Label();
        label.textProperty().bind(name);
        var figure = value(value);
        figure.getStyleClass().add("figure");
        return add(label, figure);
    }

    /// Adds words under a name that the model gives.
    FactGrid fact(String name, String value) {
        var label = new Label(name);
        label.setTooltip(new Tooltip(name));
        return add(label, value(value));
    }

    boolean isEmpty() {
        return row == 0;
    }

    private FactGrid add(Label name, Label value) {
        name.getStyleClass().add("fact-name");
        if (name.getText().length() <= SHORT_NAME) {
            name.setMinWidth(USE_PREF_SIZE);
        }
        name.setLabelFor(value);
        addRow(row++, name, value);
        return this;
    }

    private static Label value(String text) {
        var label = new Label(text.replace('\n', ' '));
        label.getStyleClass().add("fact-value");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setTooltip(new Tooltip(text));
        return label;
    }
}
