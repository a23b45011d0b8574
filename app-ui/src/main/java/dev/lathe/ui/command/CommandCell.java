package dev.lathe.ui.command;

import dev.lathe.ui.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A command in the palette: its group, its title and its key.
final class CommandCell extends ListCell<Command> {
    private static final PseudoClass UNUSABLE = PseudoClass.getPseudoClass("unusable");

    private final Label group = new Label();
    private final Label title = new Label();
    private final Label key = new Label();
    private final HBox line = new HBox(group, title, key);
    private final Texts texts;

    CommandCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("command-cell");
        line.getStyleClass().add("command-line");
        group.getStyleClass().add("command-group");
        title.getStyleClass().add("command-title");
        key.getStyleClass().add("command-key");
        group.setMinWidth(USE_PREF_SIZE);
        key.setMinWidth(USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        key.visibleProperty().bind(key.textProperty().isNotEmpty());
        HBox.setHgrow(title, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
        super.updateItem(command, empty);
        if (command == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        group.setText(texts.now("command.group." + command.group()));
        title.setText(command.title().getValue());
        key.setText(command.keyText());
        pseudoClassStateChanged(UNUSABLE, !command.isEnabled());
        setGraphic(line);
        setAccessibleText(String.join(", ", title.getText(), group.getText(), command.keyText()));
    }
}
