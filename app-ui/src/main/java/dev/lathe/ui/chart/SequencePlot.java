package dev.lathe.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// Values in their order, from 0 up to the largest, thinned to the width of the picture: each
/// column spans the smallest and the largest value that falls into it.
public final class SequencePlot extends Plot {
    private final DoubleFunction<String> format;
    private List<Double> values = List.of();

    public SequencePlot(String id, DoubleFunction<String> format) {
        super("sequence-plot");
        setId(id);
        this.format = format;
    }

    /// Shows other values.
    public void show(List<Double> others) {
        values = List.copyOf(others);
        redraw();
    }

    @Override
    List<Node> draw() {
        var nodes = new ArrayList<Node>();
        if (values.isEmpty()) {
            return nodes;
        }
        double max = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        nodes.add(line("plot-grid", x(0), y(1), x(1), y(1)));
        nodes.add(curve(max == 0 ? 1 : max));
        nodes.add(baseline());
        nodes.add(axisLabel("1", 0));
        nodes.add(axisLabel(Integer.toString(values.size()), 1));
        nodes.add(axisLabel("0 – " + format.apply(max), 0.5));
        return nodes;
    }

    private Path curve(double max) {
        var path = new Path();
        path.getStyleClass().add("plot-line");
        path.setManaged(false);
        int columns = (int) Math.min(values.size(), innerWidth());
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * values.size() / columns);
            int to = Math.max(from + 1, (int) ((long) (column + 1) * values.size() / columns));
            var part = values.subList(from, to);
            double low = part.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            double high = part.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            double x = x(columns == 1 ? 0.5 : column / (columns - 1.0));
            path.getElements()
                    .add(column == 0 ? new MoveTo(x, y(low / max)) : new LineTo(x, y(low / max)));
            if (high > low) {
                path.getElements().add(new LineTo(x, y(high / max)));
            }
        }
        return path;
    }
}
