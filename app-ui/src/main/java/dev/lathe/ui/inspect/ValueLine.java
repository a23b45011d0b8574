package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Quantization;
import dev.lathe.ui.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A value that goes into or out of a layer: what the layer uses it as, its type, its name and the
/// layers at its other end.
final class ValueLine extends VBox {
    private final Texts texts;

    ValueLine(String name, String type, Texts texts) {
        this(name, type, Optional.empty(), Optional.empty(), texts);
    }

    /// A line.
    ///
    /// @param role what the operator calls the value
    /// @param meaning of the role
    ValueLine(
            String name,
            String type,
            Optional<String> role,
            Optional<String> meaning,
            Texts texts) {
        this.texts = texts;
        getStyleClass().add("value-line");
        var typeLabel = new Label(type);
        typeLabel.getStyleClass().add("value-type");
        typeLabel.setTooltip(new Tooltip(type));
        typeLabel.setMinWidth(0);
        HBox.setHgrow(typeLabel, Priority.ALWAYS);
        var line = new HBox();
        line.getStyleClass().add("value-head");
        role.ifPresent(words -> {
            var label = new Label(words);
            label.getStyleClass().add("value-role");
            label.setTooltip(new Tooltip(meaning.map(m -> words + ": " + m).orElse(words)));
            meaning.ifPresent(label::setAccessibleHelp);
            label.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(label);
        });
        line.getChildren().add(typeLabel);
        var nameLabel = new Label(name);
        nameLabel.getStyleClass().add("value-name");
        nameLabel.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        nameLabel.setTooltip(new Tooltip(name));
        getChildren().setAll(line, nameLabel);
        Copying.offer(this, name);
        Copying.offer(typeLabel, type);
    }

    /// Adds how the integers of the value stand for reals.
    ValueLine with(Optional<Quantization> quantization) {
        quantization.ifPresent(q -> {
            var formula = note("value-quantization");
            formula.textProperty().bind(QuantizationText.of(q, texts));
            formula.setWrapText(true);
        });
        return this;
    }

    /// Adds what the value holds.
    ValueLine holding(String contents) {
        var label = note("value-contents");
        label.setText(contents);
        label.setTooltip(new Tooltip(contents));
        Copying.offer(label, contents);
        return this;
    }

    /// Adds where the value comes from or goes to, where that is no layer.
    ValueLine end(String messageKey, Object... arguments) {
        note("value-end").textProperty().bind(texts.text(messageKey, arguments));
        return this;
    }

    /// Adds links or the like.
    ValueLine with(Node node) {
        getChildren().add(node);
        return this;
    }

    private Label note(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        getChildren().add(label);
        return label;
    }
}
