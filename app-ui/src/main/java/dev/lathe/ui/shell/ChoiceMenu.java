package dev.lathe.ui.shell;

import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// An icon that opens a menu of choices of which one is made.
abstract class ChoiceMenu<E extends Enum<E>> extends MenuButton {

    /// A menu.
    ///
    /// @param id the id; those of the items end with the constant in lower case
    /// @param words what people call a choice
    ChoiceMenu(
            String id,
            Ikon icon,
            ObservableValue<String> title,
            E[] constants,
            Property<E> choice,
            Function<E, ? extends ObservableValue<String>> words) {
        setId(id);
        setGraphic(new FontIcon(icon));
        getStyleClass().addAll("flat", "no-arrow", "button-icon");
        accessibleTextProperty().bind(title);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(title);
        setTooltip(tooltip);
        var group = new ToggleGroup();
        for (E constant : constants) {
            var item = new RadioMenuItem();
            item.setId(id + "-" + constant.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.textProperty().bind(words.apply(constant));
            item.setOnAction(_ -> choice.setValue(constant));
            choice.subscribe(now -> item.setSelected(constant.equals(now)));
            getItems().add(item);
        }
    }
}
