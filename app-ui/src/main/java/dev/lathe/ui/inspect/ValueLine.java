package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Quantization;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// A value that goes into or out of a layer: its type, its name and the layers at its other end.
final class ValueLine extends VBox {
    private static final int MOST_NEIGHBOURS = 8;

    /// A line.
    ///
    /// @param quantization how its integers stand for reals, if it says so
    /// @param neighbours names of the layers at the other end
    /// @param select called with the name of a neighbour that is clicked
    ValueLine(
            String name,
            String type,
            Optional<Quantization> quantization,
            List<String> neighbours,
            Consumer<String> select,
            Texts texts) {
        getStyleClass().add("value-line");
        var typeLabel = new Label(type);
        typeLabel.getStyleClass().add("value-type");
        typeLabel.setTooltip(new Tooltip(type));
        var nameLabel = new Label(name);
        nameLabel.getStyleClass().add("value-name");
        nameLabel.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        nameLabel.setTooltip(new Tooltip(name));
        getChildren().setAll(typeLabel, nameLabel);
        quantization.ifPresent(q -> {
            var formula = new Label();
            formula.getStyleClass().add("value-quantization");
            formula.textProperty().bind(QuantizationText.of(q, texts));
            formula.setWrapText(true);
            getChildren().add(formula);
        });
        neighbours.stream()
                .limit(MOST_NEIGHBOURS)
                .forEach(neighbour -> getChildren().add(link(neighbour, select)));
        if (neighbours.size() > MOST_NEIGHBOURS) {
            var more = new Label();
            more.getStyleClass().add("value-name");
            more.textProperty()
                    .bind(texts.text("inspect.more", neighbours.size() - MOST_NEIGHBOURS));
            getChildren().add(more);
        }
    }

    private static Hyperlink link(String neighbour, Consumer<String> select) {
        var link = new Hyperlink(neighbour);
        link.getStyleClass().add("value-link");
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setTooltip(new Tooltip(neighbour));
        link.setOnAction(_ -> select.accept(neighbour));
        return link;
    }
}
