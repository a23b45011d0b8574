package dev.lathe.ui.versions;

import dev.lathe.ui.versions.VersionRow.Cell;
import dev.lathe.ui.versions.VersionRow.Trend;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A figure with its difference from the original below it.
final class FigureCell extends VBox {
    private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");
    private final Label figure = new Label();
    private final Label difference = new Label();

    FigureCell() {
        setAlignment(Pos.TOP_RIGHT);
        setFillWidth(false);
        figure.getStyleClass().addAll("version-figure", "figure");
        difference.getStyleClass().addAll("version-difference", "figure");
        getChildren().setAll(figure, difference);
    }

    /// Shows a figure; the unit of the difference is appended to it.
    void show(Cell cell, String unit) {
        figure.setText(cell.figure());
        difference.setText(cell.difference().isEmpty() ? "" : cell.difference() + unit);
        difference.pseudoClassStateChanged(BETTER, cell.trend() == Trend.BETTER);
        difference.pseudoClassStateChanged(WORSE, cell.trend() == Trend.WORSE);
        difference.setManaged(!difference.getText().isEmpty());
    }
}
