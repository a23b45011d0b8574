package dev.lathe.ui.form;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a pane shows while it has nothing to show: what is missing and how to get it.
public final class EmptyState extends VBox {

    public EmptyState(Ikon icon, ObservableValue<String> title, ObservableValue<String> hint) {
        getStyleClass().add("empty-state");
        var picture = new FontIcon(icon);
        picture.getStyleClass().add("empty-state-icon");
        getChildren()
                .setAll(picture, line("empty-state-title", title), line("empty-state-hint", hint));
    }

    private static Label line(String styleClass, ObservableValue<String> text) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.textProperty().bind(text);
        return label;
    }
}
