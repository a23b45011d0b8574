package dev.lathe.ui.versions;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Figures with right-aligned content in columns of equal width, the same in the heading and in
/// every line of the list: four, or two by two where it is narrow.
final class FigureColumns extends GridPane {
    private static final double NARROW = 228;
    private final List<Node> figures;
    private int columns;

    FigureColumns(String styleClass, Node size, Node zeros, Node top1, Node latency) {
        getStyleClass().addAll("figure-columns", styleClass);
        figures = List.of(size, zeros, top1, latency);
        arrange(4);
        widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private void fit(double width) {
        if (width > 0) {
            arrange(width < NARROW ? 2 : 4);
        }
    }

    private void arrange(int wanted) {
        if (wanted == columns) {
            return;
        }
        columns = wanted;
        getChildren().clear();
        getColumnConstraints().clear();
        for (int i = 0; i < wanted; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / wanted);
            column.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < figures.size(); i++) {
            add(figures.get(i), i % wanted, i / wanted);
        }
    }
}
