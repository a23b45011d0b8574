package dev.lathe.ui.inspect;

import dev.lathe.model.shape.FreeDimension;
import dev.lathe.ui.form.Form;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextFormatter.Change;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// The dimensions of the inputs that the model leaves open, with fields to give them sizes. A field
/// that is left empty leaves its dimension open.
final class FreeDimensionsSection extends VBox {
    private static final int MOST_DIGITS = 9;

    private final List<Entry> entries = new ArrayList<>();
    private final BooleanBinding canBind;
    private final Consumer<SequencedMap<String, Long>> bind;

    /// A section.
    ///
    /// @param canBind whether sizes can be set now
    /// @param bind called with the sizes by the names of the dimensions
    FreeDimensionsSection(
            List<FreeDimension> dimensions,
            BooleanBinding canBind,
            Consumer<SequencedMap<String, Long>> bind,
            Texts texts) {
        this.bind = bind;
        var form = new Form();
        for (FreeDimension dimension : dimensions) {
            form.field(new ReadOnlyStringWrapper(dimension.name()), field(dimension, texts));
        }
        this.canBind = canBind.and(hasSizes());
        var hint = new Label();
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.textProperty().bind(texts.text("inspect.dimensions.hint"));
        var button = new Button();
        button.setId("dimensions-bind");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(texts.text("inspect.dimensions.bind"));
        button.disableProperty().bind(this.canBind.not());
        button.setOnAction(_ -> bind());
        getChildren().setAll(new Section(texts.text("inspect.dimensions"), hint, form, button));
    }

    private record Entry(String name, StringProperty text) {
        OptionalLong size() {
            return text.get().isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(text.get()));
        }
    }

    private TextField field(FreeDimension dimension, Texts texts) {
        var field = new TextField();
        field.setId("dimension-" + dimension.name());
        field.getStyleClass().addAll("figure", "count-field");
        field.setPrefColumnCount(6);
        field.promptTextProperty().bind(texts.text("inspect.dimensions.free"));
        field.setTooltip(new Tooltip(dimension.description()));
        field.setTextFormatter(new TextFormatter<String>(FreeDimensionsSection::onlyDigits));
        field.setOnAction(_ -> bind());
        entries.add(new Entry(dimension.name(), field.textProperty()));
        return field;
    }

    private static Change onlyDigits(Change change) {
        change.setText(change.getText().replaceAll("[^0-9]", ""));
        if (change.getControlNewText().length() > MOST_DIGITS) {
            change.setText("");
        }
        return change;
    }

    private void bind() {
        if (canBind.get()) {
            bind.accept(sizes());
        }
    }

    private BooleanBinding hasSizes() {
        var texts = entries.stream().map(Entry::text).toArray(StringProperty[]::new);
        return Bindings.createBooleanBinding(() -> !sizes().isEmpty(), texts);
    }

    private SequencedMap<String, Long> sizes() {
        var sizes = new LinkedHashMap<String, Long>();
        entries.forEach(entry -> entry.size().ifPresent(size -> sizes.put(entry.name(), size)));
        return sizes;
    }
}
