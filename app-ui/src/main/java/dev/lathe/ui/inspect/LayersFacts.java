package dev.lathe.ui.inspect;

import dev.lathe.model.cost.AtLeast;
import dev.lathe.model.cost.LayerCost;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.inspect.Inspection.OfLayers;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Totals of several layers.
final class LayersFacts extends VBox {

    LayersFacts(OfLayers layers, Texts texts) {
        getStyleClass().add("inspector-content");
        var title = new Label();
        title.getStyleClass().add("inspector-title");
        title.textProperty().bind(texts.text("inspect.several", layers.names().size()));
        var header = new VBox(title);
        header.getStyleClass().add("inspector-header");
        var costs = layers.costs();
        var grid =
                new FactGrid()
                        .figure(
                                texts.text("inspect.parameters"),
                                Units.count(costs.stream().mapToLong(LayerCost::parameters).sum()))
                        .figure(
                                texts.text("inspect.macs"),
                                Units.count(
                                        costs.stream()
                                                .map(LayerCost::macs)
                                                .reduce(AtLeast.ZERO, AtLeast::plus)))
                        .figure(
                                texts.text("inspect.weights"),
                                Units.bytes(
                                        costs.stream().mapToLong(LayerCost::weightBytes).sum()));
        getChildren().setAll(header, new Section(texts.text("inspect.totals"), grid));
    }
}
