package dev.lathe.ui.form;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A whole number of at least so much; what is none leaves the number as it is.
public final class CountField extends TextField {
    private final IntegerProperty count;
    private final int min;

    public CountField(String id, IntegerProperty count, int min) {
        this.count = count;
        this.min = min;
        setId(id);
        getStyleClass().addAll("figure", "count-field");
        setPrefColumnCount(6);
        var formatter = new TextFormatter<Integer>(new CountConverter(), count.get());
        formatter.valueProperty().subscribe(this::accept);
        count.subscribe(value -> formatter.setValue(value.intValue()));
        setTextFormatter(formatter);
    }

    private void accept(@Nullable Integer value) {
        if (value != null && value != count.get()) {
            count.set(value);
        }
    }

    private final class CountConverter extends StringConverter<Integer> {
        @Override
        public String toString(@Nullable Integer value) {
            return Integer.toString(value == null ? count.get() : value);
        }

        @Override
        public Integer fromString(String text) {
            var digits = text.strip().replace(",", "");
            return digits.matches("[0-9]{1,9}")
                    ? Math.max(min, Integer.parseInt(digits))
                    : count.get();
        }
    }
}
