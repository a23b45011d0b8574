package dev.lathe.ui.graph;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What keys do in a graph.
final class GraphKeys {
    private final GraphView view;
    private final GraphViewModel model;

    private GraphKeys(GraphView view, GraphViewModel model) {
        this.view = view;
        this.model = model;
    }

    static void install(GraphView view, GraphViewModel model) {
        var keys = new GraphKeys(view, model);
        view.addEventHandler(KeyEvent.KEY_PRESSED, keys::press);
    }

    private void press(KeyEvent event) {
        boolean shortcut = event.isShortcutDown() || event.isControlDown();
        boolean done = shortcut ? withShortcut(event.getCode()) : plain(event.getCode());
        if (done) {
            event.consume();
        }
    }

    private boolean withShortcut(KeyCode code) {
        if (code != KeyCode.F) {
            return false;
        }
        view.focusSearch();
        return true;
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case SPACE -> view.fit();
            case PLUS, EQUALS, ADD -> view.zoomIn();
            case MINUS, SUBTRACT -> view.zoomOut();
            case DIGIT0, NUMPAD0 -> view.resetZoom();
            case ENTER -> view.zoomToSelection();
            case UP -> model.walk(Step.UP);
            case DOWN -> model.walk(Step.DOWN);
            case LEFT -> model.walk(Step.LEFT);
            case RIGHT -> model.walk(Step.RIGHT);
            case F3 -> model.search().next();
            case ESCAPE -> {
                return escape();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Ends the search, then the selection; tells whether there was anything to end.
    private boolean escape() {
        if (!model.search().queryProperty().get().isEmpty()) {
            model.search().clear();
            return true;
        }
        boolean selected = !model.selectedLayers().isEmpty();
        model.selectedLayers().clear();
        return selected;
    }
}
