package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.ChannelRanges;
import java.util.function.DoubleFunction;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Text;

/// The ranges of channels side by side: from the smallest to the largest number, and darker one
/// standard deviation to both sides of the mean. Where there are more channels than pixels, a pixel
/// shows the widest of its channels.
final class ChannelPlot extends PointedPlot {
    private static final double LABEL = 15;
    private final ChannelRanges ranges;
    private final int[] order;
    private final double low;
    private final double high;
    private final Path spans = new Path();
    private final Path spreads = new Path();
    private final Path means = new Path();
    private final Line zero = new Line();
    private final Text top;
    private final Text bottom;

    ChannelPlot(ChannelRanges ranges, int[] order, DoubleFunction<String> format) {
        super("channel-plot");
        this.ranges = ranges;
        this.order = order.clone();
        double least = 0;
        double most = 0;
        for (int channel : order) {
            least = Math.min(least, nanAs(0, ranges.min(channel)));
            most = Math.max(most, nanAs(0, ranges.max(channel)));
        }
        this.low = least;
        this.high = most > least ? most : least + 1;
        this.top = label(format.apply(high));
        this.bottom = label(format.apply(low));
        setColumns(order.length);
        spans.getStyleClass().add("channel-spans");
        spreads.getStyleClass().add("channel-spreads");
        means.getStyleClass().add("channel-means");
        zero.getStyleClass().add("histogram-zero");
        spans.setManaged(false);
        spreads.setManaged(false);
        means.setManaged(false);
        getChildren().addAll(spans, spreads, means, zero, top, bottom);
    }

    /// The channel that is pointed at; −1 if none is.
    int channel() {
        int column = pointedProperty().get();
        return column < 0 ? -1 : order[column];
    }

    @Override
    double axisHeight() {
        return LABEL;
    }

    @Override
    void layoutPlot(double left, double y, double width, double height) {
        spans.getElements().clear();
        spreads.getElements().clear();
        means.getElements().clear();
        int bars = (int) Math.min(order.length, Math.max(1, width));
        double step = width / Math.max(1, bars);
        double gap = step >= 4 ? 1 : 0;
        for (int bar = 0; bar < bars; bar++) {
            int first = (int) ((long) bar * order.length / bars);
            int end = (int) ((long) (bar + 1) * order.length / bars);
            draw(first, Math.max(first + 1, end), left + bar * step, step - gap, y, height);
        }
        drawLabels(left, y, height);
        double at = place(0, y, height);
        HistogramView.place(zero, left, at, left + width, at);
    }

    private void drawLabels(double left, double y, double height) {
        top.setX(left);
        top.setY(y - LABEL);
        bottom.setX(left);
        bottom.setY(y + height + 1);
    }

    private void draw(int first, int end, double x, double width, double y, double height) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int count = 0;
        for (int i = first; i < end; i++) {
            int channel = order[i];
            if (!Double.isNaN(ranges.mean(channel))) {
                least = Math.min(least, ranges.min(channel));
                most = Math.max(most, ranges.max(channel));
                lowest = Math.min(lowest, ranges.mean(channel) - ranges.std(channel));
                highest = Math.max(highest, ranges.mean(channel) + ranges.std(channel));
                sum += ranges.mean(channel);
                count++;
            }
        }
        if (count > 0) {
            box(spans, x, width, place(least, y, height), place(most, y, height));
            box(
                    spreads,
                    x,
                    width,
                    place(Math.max(lowest, least), y, height),
                    place(Math.min(highest, most), y, height));
            double mean = place(sum / count, y, height);
            means.getElements().addAll(new MoveTo(x, mean), new HLineTo(x + width));
        }
    }

    private static void box(Path path, double x, double width, double bottom, double top) {
        double height = Math.max(1, bottom - top);
        path.getElements()
                .addAll(
                        new MoveTo(x, top + height),
                        new VLineTo(top),
                        new HLineTo(x + width),
                        new VLineTo(top + height));
    }

    private double place(double value, double y, double height) {
        return y + (high - value) / (high - low) * height;
    }

    private static double nanAs(double other, double value) {
        return Double.isNaN(value) ? other : value;
    }
}
