package dev.lathe.ui.versions;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Four columns of equal width with right-aligned content, the same in the heading and in every
/// line of the list.
final class FigureColumns extends GridPane {

    FigureColumns(String styleClass, Node size, Node zeros, Node top1, Node latency) {
        getStyleClass().addAll("figure-columns", styleClass);
        for (int i = 0; i < 4; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(25);
            column.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(column);
        }
        addRow(0, size, zeros, top1, latency);
    }
}
