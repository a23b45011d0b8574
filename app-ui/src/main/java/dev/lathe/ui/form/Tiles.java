package dev.lathe.ui.form;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// Figures with small names above them, as many beside each other as the width allows.
public final class Tiles extends TilePane {

    public Tiles() {
        getStyleClass().add("tiles");
        setPrefColumns(4);
        setMaxWidth(Double.MAX_VALUE);
    }

    /// Adds a figure.
    public Tiles tile(String id, ObservableValue<String> name, ObservableValue<String> figure) {
        var nameLabel = new Label();
        nameLabel.getStyleClass().add("tile-name");
        nameLabel.textProperty().bind(name);
        var figureLabel = new Label();
        figureLabel.setId(id);
        figureLabel.getStyleClass().addAll("tile-figure", "figure");
        figureLabel.textProperty().bind(figure);
        nameLabel.setLabelFor(figureLabel);
        var tile = new VBox(nameLabel, figureLabel);
        tile.getStyleClass().add("tile");
        getChildren().add(tile);
        return this;
    }
}
