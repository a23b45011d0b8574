package dev.lathe.ui.form;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A few choices side by side of which just one is made.
public final class Segments<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();

    /// Segments for the values in the given order.
    ///
    /// @param id the id; those of the segments end with the value in lower case
    /// @param words what people call a value
    public Segments(
            String id,
            List<T> values,
            Property<T> choice,
            Function<T, ? extends ObservableValue<String>> words) {
        setId(id);
        getStyleClass().add("segments");
        for (int i = 0; i < values.size(); i++) {
            var button = segment(id, values.get(i), choice, words);
            button.getStyleClass().add(place(i, values.size()));
            getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> keep(before, now));
    }

    private ToggleButton segment(
            String id,
            T value,
            Property<T> choice,
            Function<T, ? extends ObservableValue<String>> words) {
        var button = new ToggleButton();
        button.setId(id + "-" + value.toString().toLowerCase(Locale.ROOT));
        button.textProperty().bind(words.apply(value));
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        setHgrow(button, Priority.ALWAYS);
        choice.subscribe(chosen -> button.setSelected(value.equals(chosen)));
        button.setOnAction(_ -> {
            button.setSelected(true);
            choice.setValue(value);
        });
        return button;
    }

    /// Takes back that the chosen segment was clicked off.
    private void keep(@Nullable Toggle before, @Nullable Toggle now) {
        if (now == null && before != null) {
            before.setSelected(true);
        }
    }

    private static String place(int position, int count) {
        if (position == 0) {
            return "left-pill";
        }
        return position == count - 1 ? "right-pill" : "center-pill";
    }
}
