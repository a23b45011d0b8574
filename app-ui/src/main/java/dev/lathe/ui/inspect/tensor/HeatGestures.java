package dev.lathe.ui.inspect.tensor;

import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Moves a heat map with the mouse and the keyboard as the graph is moved: the wheel and dragging
/// move it, the wheel with Ctrl and a pinch change its size, the arrows go from cell to cell.
final class HeatGestures {
    private static final double STEP = 1.25;
    private final HeatMap map;
    private double mouseX = Double.NaN;
    private double mouseY = Double.NaN;
    private double dragX;
    private double dragY;

    private HeatGestures(HeatMap map) {
        this.map = map;
    }

    static void install(HeatMap map) {
        var gestures = new HeatGestures(map);
        map.setOnMouseMoved(event -> gestures.follow(event.getX(), event.getY()));
        map.setOnMouseExited(_ -> map.point(Optional.empty()));
        map.setOnMousePressed(gestures::press);
        map.setOnMouseDragged(gestures::drag);
        map.setOnScroll(gestures::scroll);
        map.setOnZoom(event -> {
            map.viewport().zoom(event.getZoomFactor(), event.getX(), event.getY());
            map.refresh();
            event.consume();
        });
        map.setOnKeyPressed(gestures::key);
    }

    /// Follows the mouse, but not to where it is already.
    private void follow(double x, double y) {
        if (x != mouseX || y != mouseY) {
            mouseX = x;
            mouseY = y;
            point(x, y);
        }
    }

    private void point(double x, double y) {
        var viewport = map.viewport();
        map.point(
                viewport.isInPlane(x, y)
                        ? Optional.of(
                                new Cell((long) viewport.rowAt(y), (long) viewport.columnAt(x)))
                        : Optional.empty());
    }

    private void press(MouseEvent event) {
        map.requestFocus();
        dragX = event.getX();
        dragY = event.getY();
    }

    private void drag(MouseEvent event) {
        map.viewport().pan(event.getX() - dragX, event.getY() - dragY);
        dragX = event.getX();
        dragY = event.getY();
        map.refresh();
    }

    private void scroll(ScrollEvent event) {
        if (event.isControlDown() || event.isMetaDown()) {
            map.viewport().zoom(Math.exp(event.getDeltaY() / 200), event.getX(), event.getY());
        } else {
            map.viewport().pan(event.getDeltaX(), event.getDeltaY());
        }
        map.refresh();
        point(event.getX(), event.getY());
        event.consume();
    }

    private void key(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> go(0, -1);
            case RIGHT -> go(0, 1);
            case UP -> go(-1, 0);
            case DOWN -> go(1, 0);
            case PLUS, ADD, EQUALS -> map.zoom(STEP);
            case MINUS, SUBTRACT -> map.zoom(1 / STEP);
            case SPACE, DIGIT0, NUMPAD0 -> map.fit();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void go(int rows, int columns) {
        var viewport = map.viewport();
        var part = viewport.part();
        var from =
                map.pointedProperty()
                        .get()
                        .orElse(new Cell(part.row() - rows, part.column() - columns));
        var to =
                new Cell(
                        Math.clamp(from.row() + rows, 0, viewport.rows() - 1),
                        Math.clamp(from.column() + columns, 0, viewport.columns() - 1));
        viewport.reveal(to.row(), to.column());
        map.point(Optional.of(to));
        map.refresh();
    }
}
