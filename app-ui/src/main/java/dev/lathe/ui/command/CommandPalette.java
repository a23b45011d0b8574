package dev.lathe.ui.command;

import dev.lathe.ui.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/// All commands in a list over the window, found by typing and done by Enter.
public final class CommandPalette {
    private static final double WIDTH = 560;
    private static final double ROW = 32;
    private static final double ROWS = 11;
    private static final double FROM_TOP = 72;
    private static final int PAGE = 10;

    private enum Listed {
        ALL,
        WITH_KEYS
    }

    private final Commands commands;
    private final Popup popup = new Popup();
    private final TextField field = new TextField();
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final ListView<Command> list = new ListView<>(found);
    private Listed listed = Listed.ALL;

    public CommandPalette(Commands commands, Texts texts) {
        this.commands = commands;
        field.setId("command-query");
        field.promptTextProperty().bind(texts.text("command.query"));
        field.accessibleTextProperty().bind(texts.text("command.query"));
        field.textProperty().subscribe(this::find);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.setId("command-list");
        list.accessibleTextProperty().bind(texts.text("command.list"));
        list.setFixedCellSize(ROW);
        list.setPrefSize(WIDTH, ROW * ROWS);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> cell(texts));
        var none = new Label();
        none.textProperty().bind(texts.text("command.none"));
        none.getStyleClass().add("hint");
        list.setPlaceholder(none);
        var content = new VBox(field, list);
        content.setId("command-palette");
        content.getStyleClass().add("command-palette");
        popup.getContent().setAll(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /// Shows the palette over a window, or hides it if it is shown.
    public void toggle(Window owner) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        show(owner, Listed.ALL);
    }

    /// Shows the commands that have keys, in the order of their groups.
    public void showKeys(Window owner) {
        show(owner, Listed.WITH_KEYS);
    }

    private void show(Window owner, Listed what) {
        listed = what;
        field.clear();
        find();
        double x = owner.getX() + (owner.getWidth() - WIDTH) / 2;
        popup.show(owner, Math.max(owner.getX(), x), owner.getY() + FROM_TOP);
        field.requestFocus();
    }

    /// Whether it is shown.
    public boolean isShowing() {
        return popup.isShowing();
    }

    private CommandCell cell(Texts texts) {
        var cell = new CommandCell(texts);
        cell.setOnMouseClicked(_ -> {
            if (cell.getItem() != null) {
                choose(cell.getItem());
            }
        });
        return cell;
    }

    private void find() {
        var text = field.getText() == null ? "" : field.getText();
        found.setAll(
                switch (listed) {
                    case ALL -> CommandMatch.find(text, commands.list(), commands.recent());
                    case WITH_KEYS -> withKeys(text);
                });
        move(0);
    }

    private List<Command> withKeys(String query) {
        var known =
                commands.list().stream()
                        .filter(command ->
                                !command.keys().isEmpty() && !command.title().getValue().isEmpty())
                        .toList();
        return query.isBlank() ? known : CommandMatch.find(query, known, List.of());
    }

    private void press(KeyEvent event) {
        int now = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case UP -> move(now == 0 ? found.size() - 1 : now - 1);
            case DOWN -> move(now == found.size() - 1 ? 0 : now + 1);
            case PAGE_UP -> move(Math.max(0, now - PAGE));
            case PAGE_DOWN -> move(Math.min(found.size() - 1, now + PAGE));
            case ENTER -> {
                var command = list.getSelectionModel().getSelectedItem();
                if (command != null) {
                    choose(command);
                }
            }
            case K -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                popup.hide();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int position) {
        if (!found.isEmpty()) {
            list.getSelectionModel().clearAndSelect(position);
            list.scrollTo(Math.max(0, position - (int) ROWS / 2));
        }
    }

    /// Does a command; the palette stays for one that cannot be done.
    private void choose(Command command) {
        if (command.isEnabled()) {
            popup.hide();
            commands.choose(command);
        }
    }
}
