package dev.lathe.ui.form;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/// A share from 0 to 1, set by a slider or typed as per cent.
public final class PercentField extends HBox {

    public PercentField(String id, DoubleProperty share, ObservableValue<String> name) {
        getStyleClass().add("percent-field");
        var slider = slider(id, share, name);
        setHgrow(slider, Priority.ALWAYS);
        var unit = new Label("%");
        unit.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(slider, typed(id, share, name), unit);
    }

    private static Slider slider(String id, DoubleProperty share, ObservableValue<String> name) {
        var slider = new Slider(0, 100, share.get() * 100);
        slider.setId(id + "-slider");
        slider.setBlockIncrement(5);
        slider.setMinWidth(60);
        slider.accessibleTextProperty().bind(name);
        slider.valueProperty()
                .subscribe(value -> setIfOther(share, Math.round(value.doubleValue()) / 100.0));
        share.subscribe(value -> moveTo(slider, value.doubleValue() * 100));
        return slider;
    }

    private static TextField typed(String id, DoubleProperty share, ObservableValue<String> name) {
        var formatter = new TextFormatter<Double>(new PercentConverter(share), share.get());
        formatter
                .valueProperty()
                .subscribe(value -> setIfOther(share, value == null ? share.get() : value));
        share.subscribe(value -> formatter.setValue(value.doubleValue()));
        var field = new TextField();
        field.setId(id);
        field.setTextFormatter(formatter);
        field.setPrefColumnCount(4);
        field.setMinWidth(USE_PREF_SIZE);
        field.getStyleClass().add("figure");
        field.accessibleTextProperty().bind(name);
        return field;
    }

    private static void setIfOther(DoubleProperty share, double value) {
        if (Math.abs(share.get() - value) > 1e-9) {
            share.set(value);
        }
    }

    /// Leaves the slider alone while it stands within half a per cent, so that it moves smoothly.
    private static void moveTo(Slider slider, double percent) {
        if (Math.abs(slider.getValue() - percent) > 0.5) {
            slider.setValue(percent);
        }
    }

    /// Reads `12.5`, `12,5` or `12.5 %`; what is no percentage leaves the share as it is.
    private static final class PercentConverter extends StringConverter<Double> {
        private final DoubleProperty share;

        PercentConverter(DoubleProperty share) {
            this.share = share;
        }

        @Override
        public String toString(Double value) {
            double percent = (value == null ? share.get() : value) * 100;
            return String.format(
                    Locale.ROOT, percent == Math.rint(percent) ? "%.0f" : "%.1f", percent);
        }

        @Override
        public Double fromString(String text) {
            try {
                var number = text.replace("%", "").replace(',', '.').strip();
                return Math.clamp(Double.parseDouble(number) / 100, 0.0, 1.0);
            } catch (NumberFormatException _) {
                return share.get();
            }
        }
    }
}
