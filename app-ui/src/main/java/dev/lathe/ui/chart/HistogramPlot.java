package dev.lathe.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/// A histogram with its range below and, where given, a marked value.
public final class HistogramPlot extends Plot {
    private static final int BINS = 32;
    private static final double LABEL = 56;
    private final DoubleFunction<String> format;
    private Histogram histogram = Histogram.of(List.of(), BINS);
    private List<Double> marks = List.of();

    public HistogramPlot(String id, DoubleFunction<String> format) {
        super("histogram-plot");
        setId(id);
        this.format = format;
    }

    /// Shows other values.
    ///
    /// @param marked values to draw a line at
    public void show(List<Double> values, List<Double> marked) {
        histogram = Histogram.of(values, BINS);
        marks = List.copyOf(marked);
        redraw();
    }

    @Override
    List<Node> draw() {
        var nodes = new ArrayList<Node>();
        int bins = histogram.counts().size();
        if (bins == 0) {
            return nodes;
        }
        double step = innerWidth() / bins;
        for (int bin = 0; bin < bins; bin++) {
            double height = innerHeight() * histogram.counts().get(bin) / histogram.largest();
            if (height > 0) {
                nodes.add(bar(x(0) + bin * step, step, Math.max(1, height)));
            }
        }
        nodes.add(baseline());
        double range = histogram.max() - histogram.min();
        for (double mark : marks) {
            double share = range == 0 ? 0.5 : (mark - histogram.min()) / range;
            nodes.add(line("plot-mark", x(share), y(1), x(share), y(0)));
            if (isRoomForLabel(share)) {
                nodes.add(axisLabel(format.apply(mark), share));
            }
        }
        nodes.add(axisLabel(format.apply(histogram.min()), 0));
        if (range > 0) {
            nodes.add(axisLabel(format.apply(histogram.max()), 1));
        }
        return nodes;
    }

    /// Whether a label at a share of the width keeps clear of those at the ends.
    private boolean isRoomForLabel(double share) {
        double room = LABEL * 1.5 / innerWidth();
        return share > room && share < 1 - room;
    }

    private Rectangle bar(double x, double step, double height) {
        var bar = new Rectangle(x + step * 0.08, y(0) - height, step * 0.84, height);
        bar.getStyleClass().add("plot-bar");
        bar.setManaged(false);
        return bar;
    }
}
