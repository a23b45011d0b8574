package dev.lathe.ui.graph;

import dev.lathe.model.outline.Outline;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.Quantizers;
import dev.lathe.ui.text.Texts;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons that choose how a graph is drawn: in groups, all of them open or closed, to the right,
/// with its quantizers.
final class FoldBar extends HBox {
    private final Texts texts;

    FoldBar(GraphViewModel model, Texts texts) {
        this.texts = texts;
        setId("graph-fold");
        getStyleClass().add("graph-bar");
        setAlignment(Pos.CENTER);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var groups = toggle("graph-groups", Feather.LAYERS, "graph.groups");
        groups.selectedProperty().bindBidirectional(model.groupingProperty());
        var open = IconButton.create("graph-open-all", Feather.PLUS_SQUARE, text("graph.open-all"));
        open.setOnAction(_ -> model.openAll());
        var close =
                IconButton.create("graph-close-all", Feather.MINUS_SQUARE, text("graph.close-all"));
        close.setOnAction(_ -> model.closeAll());
        var right = toggle("graph-right", Feather.CORNER_DOWN_RIGHT, "graph.right");
        link(right, model.directionProperty(), Direction.RIGHT, Direction.DOWN);
        var quantizers = toggle("graph-quantizers", Feather.HASH, "graph.quantizers");
        link(quantizers, model.quantizersProperty(), Quantizers.DRAWN, Quantizers.FOLDED);
        model.outlineProperty()
                .subscribe(outline -> {
                    boolean any = outline.filter(FoldBar::hasQuantizers).isPresent();
                    quantizers.setVisible(any);
                    quantizers.setManaged(any);
                });
        getChildren().addAll(groups, open, close, right, quantizers);
    }

    private static <T> void link(ToggleButton button, Property<T> property, T on, T off) {
        property.subscribe(value -> button.setSelected(value.equals(on)));
        button.setOnAction(_ -> property.setValue(button.isSelected() ? on : off));
    }

    private static boolean hasQuantizers(Outline outline) {
        return outline.main().graph().nodes().stream()
                .anyMatch(node -> node.is("DequantizeLinear"));
    }

    private ObservableValue<String> text(String key) {
        return texts.text(key);
    }

    private ToggleButton toggle(String id, Ikon icon, String key) {
        var text = text(key);
        var button = new ToggleButton();
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setGraphic(new FontIcon(icon));
        button.setFocusTraversable(false);
        button.accessibleTextProperty().bind(text);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        button.setTooltip(tooltip);
        return button;
    }
}
