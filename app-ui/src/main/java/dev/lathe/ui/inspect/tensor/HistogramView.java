package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.NumberHistogram;
import java.util.function.DoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Text;

/// How many numbers are in each part of their range.
final class HistogramView extends PointedPlot {
    private static final double AXIS = 18;
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final NumberHistogram histogram;
    private final Path bars = new Path();
    private final Line zero = new Line();
    private final Line base = new Line();
    private final Text from;
    private final Text to;

    HistogramView(NumberHistogram histogram, DoubleFunction<String> format) {
        super("weight-histogram");
        this.histogram = histogram;
        this.from = label(format.apply(histogram.start(0)));
        this.to = label(format.apply(histogram.to()));
        setColumns(histogram.counts().size());
        bars.getStyleClass().add("histogram-bars");
        zero.getStyleClass().add("histogram-zero");
        base.getStyleClass().add("plot-axis");
        bars.setManaged(false);
        getChildren().addAll(bars, zero, base, from, to);
        logarithmic.subscribe((_, _) -> requestLayout());
    }

    /// Whether the height of a bar is the logarithm of its count.
    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    @Override
    double axisHeight() {
        return AXIS;
    }

    @Override
    void layoutPlot(double left, double top, double width, double height) {
        double bottom = top + height;
        drawBars(left, width, bottom, height);
        double share = -histogram.from() / (histogram.to() - histogram.from());
        zero.setVisible(share > 0 && share < 1);
        place(zero, left + width * share, top, left + width * share, bottom);
        place(base, left, bottom, left + width, bottom);
        from.setX(left);
        to.setX(left + width - to.getLayoutBounds().getWidth());
        from.setY(bottom + 4);
        to.setY(bottom + 4);
    }

    static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(Math.floor(x1) + 0.5);
        line.setStartY(Math.floor(y1) + 0.5);
        line.setEndX(Math.floor(x2) + 0.5);
        line.setEndY(Math.floor(y2) + 0.5);
    }

    private void drawBars(double left, double width, double bottom, double height) {
        bars.getElements().clear();
        var counts = histogram.counts();
        double largest = scaled(histogram.largest());
        if (largest == 0) {
            return;
        }
        double step = width / counts.size();
        double gap = step > 3 ? 0.5 : 0;
        for (int part = 0; part < counts.size(); part++) {
            double size = scaled(counts.get(part)) / largest * height;
            if (size > 0) {
                bars.getElements()
                        .addAll(
                                new MoveTo(left + part * step, bottom),
                                new VLineTo(bottom - Math.max(1, size)),
                                new HLineTo(left + (part + 1) * step - gap),
                                new VLineTo(bottom));
            }
        }
    }

    private double scaled(long count) {
        return logarithmic.get() ? Math.log1p((double) count) : (double) count;
    }
}
