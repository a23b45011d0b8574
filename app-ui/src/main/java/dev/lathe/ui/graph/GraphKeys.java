package dev.lathe.ui.graph;

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
        boolean shortcut = event.isShortcutDown() || event.isControlDown();
        boolean done = shortcut ? withShortcut(event.getCode()) : plain(event);
        if (done) {
            event.consume();
        }
    }

    private boolean withShortcut(KeyCode code) {
        switch (code) {
            case F -> view.focusSearch();
            case A -> cursor.all();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> view.fit();
            case PLUS, EQUALS, ADD -> view.zoomIn();
            case MINUS, SUBTRACT -> view.zoomOut();
            case DIGIT0, NUMPAD0 -> view.resetZoom();
            case Z -> view.zoomToSelection();
            case T -> view.trace().toggle();
            case ENTER -> view.openOrZoomToSelection();
            case UP -> walk(event, Step.UP);
            case DOWN -> walk(event, Step.DOWN);
            case LEFT -> walk(event, Step.LEFT);
            case RIGHT -> walk(event, Step.RIGHT);
            case BACK_SPACE -> model.leave();
            case HOME -> cursor.first();
            case END -> cursor.last();
            case F3 -> step(event);
            case ESCAPE -> {
                return escape();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void walk(KeyEvent event, Step step) {
        if (event.isShiftDown()) {
            cursor.extend(step);
        } else {
            cursor.walk(step);
        }
    }

    private void step(KeyEvent event) {
        if (event.isShiftDown()) {
            model.search().previous();
        } else {
            model.search().next();
        }
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
