package dev.lathe.ui.graph;

import dev.lathe.ui.command.Command;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What keys do in a graph.
final class GraphKeys {
    private final GraphView view;
    private final GraphViewModel model;
    private final GraphCursor cursor;

    private GraphKeys(GraphView view, GraphViewModel model, GraphCursor cursor) {
        this.view = view;
        this.model = model;
        this.cursor = cursor;
    }

    static void install(GraphView view, GraphViewModel model, GraphCursor cursor) {
        var keys = new GraphKeys(view, model, cursor);
        view.addEventHandler(KeyEvent.KEY_PRESSED, keys::press);
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE ? escape() : command(event)) {
            event.consume();
        }
    }

    private boolean command(KeyEvent event) {
        var found =
                view.keyCommands().stream()
                        .filter(command -> command.keys().stream().anyMatch(k -> k.match(event)))
                        .findFirst();
        found.ifPresent(Command::run);
        return found.isPresent();
    }

    /// Ends the search, then what is traced, then the selection; tells whether there was anything
    /// to end.
    private boolean escape() {
        var edge = view.canvas().pinnedEdgeProperty();
        if (!model.search().queryProperty().get().isEmpty()) {
            model.search().clear();
        } else if (view.trace().isOn()) {
            view.trace().end();
        } else if (!view.selection().isEmpty() || edge.get().isPresent()) {
            cursor.none();
            edge.set(OptionalInt.empty());
        } else {
            return false;
        }
        return true;
    }
}
