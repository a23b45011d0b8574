package dev.lathe.ui.compress;

import dev.lathe.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Chooses which layers take part in a compression.
final class LayerPicker extends VBox {

    LayerPicker(
            String id,
            Texts texts,
            LayerItems layers,
            LayerTable.Detail detail,
            BooleanBinding hasSelection,
            Runnable onExcludeSelection) {
        getStyleClass().add("layer-picker");
        var count = new Label();
        count.setId(id + "-count");
        count.textProperty()
                .bind(
                        texts.text(
                                "compress.layers.count",
                                layers.includedCount(),
                                Bindings.size(layers.list())));
        count.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var exclude = link(id + "-exclude", texts, "compress.exclude-selection");
        exclude.disableProperty().bind(hasSelection.not());
        exclude.setOnAction(_ -> onExcludeSelection.run());
        var all = link(id + "-all", texts, "compress.include-all");
        all.disableProperty().bind(layers.includedCount().isEqualTo(Bindings.size(layers.list())));
        all.setOnAction(_ -> layers.includeAll());
        var bar = new HBox(count, gap, exclude, all);
        bar.getStyleClass().add("actions");
        visibleProperty().bind(Bindings.isNotEmpty(layers.list()));
        managedProperty().bind(visibleProperty());
        getChildren().setAll(bar, new LayerTable(id, texts, layers, detail));
    }

    private static Button link(String id, Texts texts, String key) {
        var button = new Button();
        button.setId(id);
        button.getStyleClass().addAll("small", "flat");
        button.textProperty().bind(texts.text(key));
        return button;
    }
}
