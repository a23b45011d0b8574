package dev.lathe.ui.form;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// One of several values, chosen from a list that opens.
public final class Choice<T> extends ComboBox<T> {
    private final Function<T, ? extends ObservableValue<String>> words;

    /// A choice among values that may change, in the given order.
    ///
    /// @param words what people call a value
    public Choice(
            String id,
            ObservableList<T> values,
            Property<T> choice,
            Function<T, ? extends ObservableValue<String>> words) {
        this.words = words;
        setId(id);
        setItems(values);
        setCellFactory(_ -> new WordCell());
        setButtonCell(new WordCell());
        valueProperty().bindBidirectional(choice);
    }

    /// A choice among the values in the given order.
    ///
    /// @param words what people call a value
    public Choice(
            String id,
            List<T> values,
            Property<T> choice,
            Function<T, ? extends ObservableValue<String>> words) {
        this(id, FXCollections.observableArrayList(values), choice, words);
    }

    private final class WordCell extends ListCell<T> {
        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            textProperty().unbind();
            if (value == null || empty) {
                setText("");
            } else {
                textProperty().bind(words.apply(value));
            }
        }
    }
}
