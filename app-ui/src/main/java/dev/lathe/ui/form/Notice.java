package dev.lathe.ui.form;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One sentence about the state of a pane; gone while there is none.
public final class Notice extends HBox {

    /// How much a notice matters.
    public enum Kind {
        HINT(Feather.INFO),
        SUCCESS(Feather.CHECK_CIRCLE),
        WARNING(Feather.ALERT_TRIANGLE),
        ERROR(Feather.ALERT_OCTAGON);

        private final Feather icon;

        Kind(Feather icon) {
            this.icon = icon;
        }

        private PseudoClass pseudoClass() {
            return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
        }
    }

    private final Label text = new Label();

    public Notice(String id, Kind kind, ObservableValue<String> sentence) {
        setId(id);
        getStyleClass().add("notice");
        pseudoClassStateChanged(kind.pseudoClass(), true);
        text.setWrapText(true);
        text.textProperty().bind(sentence);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        setHgrow(text, Priority.ALWAYS);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(sentence);
        var icon = new FontIcon(kind.icon);
        icon.getStyleClass().add("notice-icon");
        getChildren().setAll(icon, text);
        visibleProperty().bind(text.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
