package dev.lathe.ui.form;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes buttons that show an icon and say in words what they do.
public final class IconButtons {
    private IconButtons() {}

    /// A flat button with an icon.
    ///
    /// @param words the tooltip, which a screen reader says too
    public static Button of(String id, Ikon icon, ObservableValue<String> words) {
        var button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(words);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        button.setTooltip(tooltip);
        return button;
    }
}
