package dev.lathe.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Positive values in their order as bars, such as the scales of channels. Where there are more
/// than columns, a column spans the smallest and the largest of those that fall into it. Values of
/// very different sizes are drawn on a logarithmic axis.
public final class ScalesPlot extends Plot {
    private static final double WIDE = 50;
    private static final double FLOOR = 0.04;
    private static final double TOP = 0.84;
    private final DoubleFunction<String> format;
    private List<Span> spans = List.of();
    private long count;

    /// The smallest and the largest of some neighbouring values.
    public record Span(double low, double high) {}

    public ScalesPlot(String id, DoubleFunction<String> format) {
        super("scales-plot");
        setId(id);
        this.format = format;
    }

    /// Shows other values.
    ///
    /// @param others the values, neighbours possibly joined
    /// @param total how many values there are
    public void show(List<Span> others, long total) {
        spans = List.copyOf(others);
        count = total;
        redraw();
    }

    @Override
    List<Node> draw() {
        var nodes = new ArrayList<Node>();
        if (spans.isEmpty()) {
            return nodes;
        }
        double low = spans.stream().mapToDouble(Span::low).min().orElseThrow();
        double high = spans.stream().mapToDouble(Span::high).max().orElseThrow();
        boolean isLogarithmic = low > 0 && high / low > WIDE;
        double bottom = isLogarithmic ? Math.log(low) : 0;
        double range = isLogarithmic ? Math.log(high) - bottom : high > 0 ? high : 1;
        double step = innerWidth() / spans.size();
        double bar = step < 3 ? step : step * 0.8;
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            double left = x(0) + i * step + (step - bar) / 2;
            double top = share(isLogarithmic ? Math.log(span.high()) : span.high(), bottom, range);
            double under = share(isLogarithmic ? Math.log(span.low()) : span.low(), bottom, range);
            if (top > under) {
                nodes.add(bar("plot-bar-span", left, bar, top));
            }
            nodes.add(bar("plot-bar", left, bar, under));
        }
        nodes.add(baseline());
        nodes.add(line("plot-grid", x(0), y(TOP), x(1), y(TOP)));
        nodes.add(axisLabel("0", 0));
        nodes.add(axisLabel(Long.toString(count - 1), 1));
        nodes.add(note(format.apply(high) + (isLogarithmic ? "  (log)" : "")));
        return nodes;
    }

    private static double share(double value, double bottom, double range) {
        double share = range == 0 ? 1 : (value - bottom) / range;
        return FLOOR + (TOP - FLOOR) * share;
    }

    private Rectangle bar(String styleClass, double left, double width, double top) {
        var bar = new Rectangle(left, y(top), width, y(0) - y(top));
        bar.getStyleClass().add(styleClass);
        bar.setManaged(false);
        return bar;
    }

    private Text note(String words) {
        var text = new Text(words);
        text.getStyleClass().add("plot-label");
        text.setManaged(false);
        text.setTextOrigin(VPos.BOTTOM);
        text.setX(x(0));
        text.setY(y(TOP) - 1);
        return text;
    }
}
