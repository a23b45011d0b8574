package dev.lathe.ui.graph;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes buttons that show an icon and say in words what they do.
final class IconButton {
    private IconButton() {}

    static Button create(String id, Ikon icon, ObservableValue<String> text) {
        var button = new Button();
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
