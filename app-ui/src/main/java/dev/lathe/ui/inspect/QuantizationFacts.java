package dev.lathe.ui.inspect;

import dev.lathe.ui.chart.ScalesPlot;
import dev.lathe.ui.chart.StaircasePlot;
import dev.lathe.ui.chart.StaircasePlot.Stairs;
import dev.lathe.ui.inspect.Scales.Extreme;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How the integers of one value stand for reals: formula, range and step, and a plot of the stairs
/// or of the scales.
final class QuantizationFacts extends VBox {
    private static final int MOST_BITS_DRAWN = 16;
    private final QuantizedValue value;
    private final Texts texts;

    QuantizationFacts(QuantizedValue value, Texts texts) {
        this.value = value;
        this.texts = texts;
        getStyleClass().add("quantized-value");
        getChildren().setAll(head(), kind());
        value.through()
                .ifPresent(layer ->
                        getChildren().add(note(texts.text("inspect.quantization.through", layer))));
        value.scales()
                .ifPresentOrElse(
                        this::show,
                        () -> getChildren().add(note(texts.text("inspect.quantization.computed"))));
    }

    private HBox head() {
        var line = new HBox();
        line.getStyleClass().add("value-head");
        if (!value.role().isEmpty()) {
            var role = new Label(value.role());
            role.getStyleClass().add("value-role");
            role.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(role);
        }
        var name = new Label(value.name());
        name.getStyleClass().add("value-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(value.name()));
        line.getChildren().add(name);
        Copying.offer(line, value.name());
        return line;
    }

    private Label kind() {
        var type = value.type().label();
        long count = value.scales().map(Scales::count).orElse(1L);
        if (count == 1) {
            return note(texts.text("inspect.quantization.tensor", type));
        }
        return note(
                value.blockSize() > 0
                        ? texts.text(
                                "inspect.quantization.blocks",
                                type,
                                count,
                                value.blockSize(),
                                value.axis())
                        : texts.text(
                                "inspect.quantization.per-channel", type, count, value.axis()));
    }

    private void show(Scales scales) {
        var formula = new Label(formula(scales));
        formula.getStyleClass().addAll("operator-formula", "quantization-formula");
        formula.setWrapText(true);
        formula.setMinHeight(USE_PREF_SIZE);
        Copying.offer(formula, formula.getText());
        getChildren().addAll(formula, grid(scales));
        if (scales.isSingle()) {
            range().ifPresent(range -> stairs(scales.smallest(), range));
        } else if (value.type().bits() <= MOST_BITS_DRAWN) {
            var plot = new ScalesPlot("quantization-scales", Units::number);
            plot.accessibleTextProperty().bind(texts.text("inspect.quantization.plot.scales"));
            plot.show(scales.columns(), scales.count());
            getChildren().add(plot);
        }
    }

    private void stairs(Extreme scale, IntegerRange range) {
        if (value.type().bits() > MOST_BITS_DRAWN || !(scale.scale() > 0)) {
            return;
        }
        var plot = new StaircasePlot("quantization-stairs", Units::number);
        plot.accessibleTextProperty().bind(texts.text("inspect.quantization.plot.stairs"));
        plot.show(
                new Stairs(
                        scale.scale(),
                        (int) scale.zero(),
                        (int) range.lowest(),
                        (int) range.highest()));
        getChildren().add(plot);
        value.used().ifPresent(used -> plot.use(used.lowest(), used.highest()));
    }

    private FactGrid grid(Scales scales) {
        var grid = new FactGrid();
        if (scales.isSingle()) {
            range().ifPresent(range ->
                    grid.figure(texts.text("inspect.range"), reals(scales.smallest(), range)));
            grid.figure(
                    texts.text("inspect.quantization.step"),
                    Units.number(scales.smallest().scale()));
            return grid;
        }
        extreme(grid, "inspect.quantization.smallest", scales.smallest());
        extreme(grid, "inspect.quantization.largest", scales.largest());
        range().ifPresent(range ->
                grid.figure(
                        texts.text("inspect.quantization.widest"), reals(scales.largest(), range)));
        return grid;
    }

    private void extreme(FactGrid grid, String key, Extreme extreme) {
        grid.figure(
                texts.text(key),
                texts.now(
                        "inspect.quantization.at",
                        Units.number(extreme.scale()),
                        Long.toString(extreme.position())));
    }

    private Optional<IntegerRange> range() {
        return IntegerRange.of(value.type());
    }

    private static String reals(Extreme at, IntegerRange range) {
        return Units.number(at.scale() * (range.lowest() - at.zero()))
                + " … "
                + Units.number(at.scale() * (range.highest() - at.zero()));
    }

    private String formula(Scales scales) {
        var zero = (long) scales.smallest().zero();
        boolean sameZero = zero == (long) scales.largest().zero();
        if (scales.isSingle()) {
            return "real = " + Units.number(scales.smallest().scale()) + shifted(zero);
        }
        var index = value.blockSize() > 0 ? "[b]" : "[c]";
        return "real = scale" + index + (sameZero ? shifted(zero) : " × (q − zero" + index + ")");
    }

    private static String shifted(long zero) {
        if (zero == 0) {
            return " × q";
        }
        return " × (q" + (zero < 0 ? " + " : " − ") + Math.abs(zero) + ")";
    }

    private static Label note(ObservableValue<String> words) {
        var label = new Label();
        label.getStyleClass().add("value-end");
        label.setWrapText(true);
        label.textProperty().bind(words);
        return label;
    }
}
