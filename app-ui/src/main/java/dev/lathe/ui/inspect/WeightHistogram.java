package dev.lathe.ui.inspect;

import dev.lathe.model.graph.WeightStatistics;
import dev.lathe.ui.text.Units;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Text;

/// How many elements of a weight are in each part of its range.
final class WeightHistogram extends Region {
    private static final double AXIS = 18;
    private static final double HEIGHT = 96;
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final WeightStatistics statistics;
    private final Path bars = new Path();
    private final Line zero = new Line();
    private final Text min;
    private final Text max;

    WeightHistogram(WeightStatistics statistics) {
        this.statistics = statistics;
        this.min = label(statistics.min());
        this.max = label(statistics.max());
        getStyleClass().add("weight-histogram");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        bars.getStyleClass().add("histogram-bars");
        zero.getStyleClass().add("histogram-zero");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().setAll(bars, zero, min, max);
        logarithmic.subscribe((_, _) -> requestLayout());
    }

    /// Whether the height of a bar is the logarithm of its count.
    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double width = getWidth() - left - getInsets().getRight();
        double bottom = getHeight() - getInsets().getBottom() - AXIS;
        drawBars(left, width, bottom, bottom - top);
        double share = -statistics.min() / (statistics.max() - statistics.min());
        zero.setVisible(share > 0 && share < 1);
        double x = Math.floor(left + width * share) + 0.5;
        zero.setStartX(x);
        zero.setEndX(x);
        zero.setStartY(top);
        zero.setEndY(bottom);
        min.setX(left);
        max.setX(left + width - max.getLayoutBounds().getWidth());
        min.setY(bottom + 4);
        max.setY(bottom + 4);
    }

    private void drawBars(double left, double width, double bottom, double height) {
        bars.getElements().clear();
        var counts = statistics.histogram();
        double largest = counts.stream().mapToDouble(count -> scaled(count)).max().orElse(0);
        if (width <= 0 || largest == 0) {
            return;
        }
        double step = width / counts.size();
        for (int bin = 0; bin < counts.size(); bin++) {
            double size = scaled(counts.get(bin)) / largest * height;
            if (size > 0) {
                double x = left + bin * step;
                bars.getElements()
                        .addAll(
                                new MoveTo(x, bottom),
                                new VLineTo(bottom - Math.max(1, size)),
                                new HLineTo(x + Math.max(0.5, step - 0.5)),
                                new VLineTo(bottom));
            }
        }
    }

    private double scaled(long count) {
        return logarithmic.get() ? Math.log1p((double) count) : (double) count;
    }

    private static Text label(double value) {
        var text = new Text(Units.number(value));
        text.getStyleClass().add("histogram-label");
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        return text;
    }
}
