package dev.lathe.ui.shell;

import dev.lathe.ui.session.Problems;
import dev.lathe.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The number of messages; a click lists them.
final class MessagesButton extends Button {

    MessagesButton(Problems problems, Texts texts) {
        setId("messages");
        getStyleClass().addAll("flat", "status-button");
        setGraphic(new FontIcon(Feather.BELL));
        textProperty().bind(Bindings.size(problems.list()).asString());
        accessibleTextProperty().bind(texts.text("shell.messages"));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("shell.messages"));
        setTooltip(tooltip);
        var popover = new PopOver(new MessageList(problems, texts));
        popover.setArrowLocation(ArrowLocation.BOTTOM_RIGHT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        setOnAction(_ -> popover.show(this));
    }
}
