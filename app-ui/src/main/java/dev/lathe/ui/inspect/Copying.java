package dev.lathe.ui.inspect;

import dev.lathe.ui.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Lets people copy what a pane shows in full, with a menu or the usual key.
final class Copying {
    private static final Object TEXT = new Object();
    private static final KeyCombination KEY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private final ContextMenu menu = new ContextMenu();
    private final MenuItem copy = new MenuItem();

    private Copying(Texts texts) {
        copy.textProperty().bind(texts.text("inspect.copy"));
        copy.setAccelerator(KEY);
        menu.getItems().setAll(copy);
    }

    /// Offers to copy what the nodes in a pane stand for.
    static void install(Node pane, Texts texts) {
        var copying = new Copying(texts);
        pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, copying::show);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, Copying::press);
    }

    /// Says what is copied from a node and from those in it that say nothing else.
    static void offer(Node node, String text) {
        node.getProperties().put(TEXT, text);
    }

    static void toClipboard(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show(ContextMenuEvent event) {
        textAt(event.getTarget())
                .ifPresent(text -> {
                    copy.setOnAction(_ -> toClipboard(text));
                    menu.show((Node) event.getTarget(), event.getScreenX(), event.getScreenY());
                    event.consume();
                });
    }

    private static void press(KeyEvent event) {
        if (KEY.match(event)) {
            textAt(event.getTarget())
                    .ifPresent(text -> {
                        toClipboard(text);
                        event.consume();
                    });
        }
    }

    private static Optional<String> textAt(Object target) {
        for (var node = target instanceof Node n ? n : null;
                node != null;
                node = node.getParent()) {
            if (node.getProperties().get(TEXT) instanceof String text) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
