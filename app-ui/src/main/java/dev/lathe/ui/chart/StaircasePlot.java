package dev.lathe.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// How real numbers become integers: real numbers to the right, integers up, flat where they
/// saturate. Where steps are too fine to be seen, those around 0 are drawn larger in a corner.
public final class StaircasePlot extends Plot {
    private static final double MARGIN = 0.06;
    private static final double BELOW = 0.24;
    private static final double LEAST_STEP_PIXELS = 4;
    private static final int STEPS_SHOWN = 3;
    private final DoubleFunction<String> format;
    private Optional<Stairs> stairs = Optional.empty();

    /// Real numbers as integers: `q = clamp(round(real / scale) + zero, lowest, highest)`.
    public record Stairs(double scale, int zero, int lowest, int highest) {
        double real(double q) {
            return scale * (q - zero);
        }

        int levels() {
            return highest - lowest + 1;
        }
    }

    private Optional<Range> used = Optional.empty();

    private record Range(double low, double high) {}

    public StaircasePlot(String id, DoubleFunction<String> format) {
        super("staircase-plot");
        setId(id);
        this.format = format;
    }

    /// Shows other stairs.
    public void show(Stairs others) {
        stairs = Optional.of(others);
        redraw();
    }

    /// Marks the integers that a tensor holds.
    public void use(double lowest, double highest) {
        used = Optional.of(new Range(lowest, highest));
        redraw();
    }

    @Override
    List<Node> draw() {
        var nodes = new ArrayList<Node>();
        stairs.ifPresent(s -> {
            used.ifPresent(range -> nodes.add(band(s, range)));
            double zero = share(s, 0);
            if (zero >= 0 && zero <= 1) {
                nodes.add(line("plot-grid", x(zero), y(0), x(zero), y(1)));
            }
            nodes.add(curve(s));
            nodes.add(baseline());
            labels(s, nodes);
            if (innerWidth() / s.levels() < LEAST_STEP_PIXELS) {
                magnify(s, nodes);
            }
        });
        return nodes;
    }

    private void labels(Stairs s, List<Node> nodes) {
        double low = share(s, s.real(s.lowest()));
        double high = share(s, s.real(s.highest()));
        double zero = share(s, 0);
        nodes.add(axisLabel(format.apply(s.real(s.lowest())), low));
        nodes.add(axisLabel(format.apply(s.real(s.highest())), high));
        if (zero > 0.25 && zero < 0.75) {
            nodes.add(axisLabel("0", zero));
        }
        nodes.add(note("q = " + s.lowest(), x(BELOW), y(0) - 1, VPos.BOTTOM, 0));
        nodes.add(note("q = " + s.highest(), x(1), height(s, s.highest()) + 22, VPos.TOP, 1));
    }

    private Rectangle band(Stairs s, Range range) {
        double from = x(share(s, s.real(range.low())));
        double to = x(share(s, s.real(range.high())));
        var band = new Rectangle(from, y(1), Math.max(1, to - from), y(0) - y(1));
        band.getStyleClass().add("plot-band");
        band.setManaged(false);
        return band;
    }

    private Path curve(Stairs s) {
        var path = path("plot-line");
        path.getElements().add(new MoveTo(x(0), height(s, s.lowest())));
        double steps = innerWidth() / s.levels() < LEAST_STEP_PIXELS ? 0 : s.levels();
        for (int q = s.lowest(); steps > 0 && q < s.highest(); q++) {
            double at = x(share(s, s.real(q + 0.5)));
            path.getElements().add(new LineTo(at, height(s, q)));
            path.getElements().add(new LineTo(at, height(s, q + 1)));
        }
        if (steps == 0) {
            path.getElements()
                    .add(new LineTo(x(share(s, s.real(s.lowest()))), height(s, s.lowest())));
            path.getElements()
                    .add(new LineTo(x(share(s, s.real(s.highest()))), height(s, s.highest())));
        }
        path.getElements().add(new LineTo(x(1), height(s, s.highest())));
        return path;
    }

    /// Draws the steps around 0 into the upper left corner, which the curve leaves free.
    private void magnify(Stairs s, List<Node> nodes) {
        double width = Math.min(96, innerWidth() * 0.36);
        double height = innerHeight() * 0.52;
        double left = x(0) + 4;
        double top = y(1) + 2;
        var frame = new Rectangle(left, top, width, height);
        frame.getStyleClass().add("plot-lens");
        frame.setManaged(false);
        nodes.add(frame);
        int count = 2 * STEPS_SHOWN + 1;
        var exact = path("plot-ideal");
        exact.getElements().add(new MoveTo(left, top + height));
        exact.getElements().add(new LineTo(left + width, top));
        nodes.add(exact);
        var steps = path("plot-line");
        steps.getElements().add(new MoveTo(left, top + height - height / count / 2));
        for (int i = 0; i < count; i++) {
            double up = top + height - (i + 0.5) * height / count;
            steps.getElements().add(new LineTo(left + i * width / count, up));
            steps.getElements().add(new LineTo(left + (i + 1) * width / count, up));
        }
        nodes.add(steps);
        nodes.add(note("Δ " + format.apply(s.scale()), left + 3, top + 1, VPos.TOP, 0));
    }

    private Text note(String words, double x, double y, VPos origin, double align) {
        var text = new Text(words);
        text.getStyleClass().add("plot-label");
        text.setManaged(false);
        text.setTextOrigin(origin);
        text.applyCss();
        text.setX(x - align * text.getLayoutBounds().getWidth());
        text.setY(y);
        return text;
    }

    private static Path path(String styleClass) {
        var path = new Path();
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        return path;
    }

    private double height(Stairs s, double q) {
        return y((q - s.lowest()) / Math.max(1, s.levels() - 1) * 0.96 + 0.02);
    }

    /// Where a real number is: the representable ones span all but the margins.
    private static double share(Stairs s, double real) {
        double low = s.real(s.lowest());
        double span = s.real(s.highest()) - low;
        return MARGIN + (1 - 2 * MARGIN) * (real - low) / span;
    }
}
