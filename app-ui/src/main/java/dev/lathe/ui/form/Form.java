package dev.lathe.ui.form;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Controls in rows, each with its label at its left.
public final class Form extends GridPane {
    private int row;

    public Form() {
        getStyleClass().add("form");
        var labels = new ColumnConstraints();
        labels.setHalignment(HPos.LEFT);
        labels.setMinWidth(Region.USE_PREF_SIZE);
        var controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        controls.setFillWidth(true);
        getColumnConstraints().setAll(labels, controls);
    }

    /// Adds a control. The label names it for a screen reader too.
    public Form field(ObservableValue<String> name, Control control) {
        var label = label(name);
        label.setLabelFor(control);
        control.accessibleTextProperty().bind(name);
        control.setMaxWidth(Double.MAX_VALUE);
        return add(label, control);
    }

    /// Adds something that is more than one control and names its parts itself.
    public Form row(ObservableValue<String> name, Node content) {
        return add(label(name), content);
    }

    /// Adds something over the whole width.
    public Form wide(Node content) {
        add(content, 0, row++, 2, 1);
        return this;
    }

    private Form add(Label label, Node content) {
        label.visibleProperty().bind(content.visibleProperty());
        label.managedProperty().bind(content.managedProperty());
        setValignment(label, VPos.CENTER);
        setValignment(content, VPos.CENTER);
        addRow(row++, label, content);
        return this;
    }

    private static Label label(ObservableValue<String> name) {
        var label = new Label();
        label.getStyleClass().add("form-label");
        label.textProperty().bind(name);
        return label;
    }
}
