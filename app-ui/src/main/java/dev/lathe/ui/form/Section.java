package dev.lathe.ui.form;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A part of a pane under a heading.
public final class Section extends VBox {

    public Section(ObservableValue<String> title, Node... content) {
        getStyleClass().add("section");
        var heading = new Label();
        heading.getStyleClass().add("section-title");
        heading.textProperty().bind(title);
        getChildren().add(heading);
        getChildren().addAll(content);
    }
}
