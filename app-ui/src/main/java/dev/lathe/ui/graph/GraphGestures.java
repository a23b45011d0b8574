package dev.lathe.ui.graph;

import dev.lathe.ui.graph.paint.Area;
import java.util.BitSet;
import java.util.stream.IntStream;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// What mouse, wheel and touchpad do to a graph: the wheel and dragging pan, Ctrl with the wheel
/// and pinching zoom at the pointer, Ctrl with dragging zooms to a rectangle and Shift with
/// dragging selects what is in one; a click selects, a double click opens or zooms to a box.
final class GraphGestures {
    /// Pixels that a click may move.
    private static final double SLACK = 3;

    /// A usual notch of a wheel (40 units) zooms by about 15 %.
    private static final double ZOOM_PER_UNIT = 0.0035;

    private static final double DOUBLE_CLICK_ZOOM = 1.6;

    private final GraphView view;
    private final GraphCanvas canvas;
    private final BoxSelection selection;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private Drag drag = Drag.NONE;

    /// What dragging does.
    private enum Drag {
        NONE,
        PAN,
        ZOOM,
        SELECT
    }

    private GraphGestures(GraphView view, GraphCanvas canvas, BoxSelection selection) {
        this.view = view;
        this.canvas = canvas;
        this.selection = selection;
    }

    static void install(GraphView view, GraphCanvas canvas, BoxSelection selection) {
        var gestures = new GraphGestures(view, canvas, selection);
        canvas.addEventHandler(ScrollEvent.SCROLL, gestures::scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, gestures::pinch);
        canvas.setOnMousePressed(gestures::press);
        canvas.setOnMouseDragged(gestures::drag);
        canvas.setOnMouseReleased(gestures::release);
        canvas.setOnMouseMoved(e -> canvas.point(e.getX(), e.getY()));
        canvas.setOnMouseExited(_ -> canvas.pointNowhere());
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown() || event.isControlDown()) {
            double units = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
            canvas.zoom(Math.exp(units * ZOOM_PER_UNIT), event.getX(), event.getY());
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            canvas.pan(event.getDeltaY(), 0);
        } else {
            canvas.pan(event.getDeltaX(), event.getDeltaY());
        }
        canvas.point(event.getX(), event.getY());
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        canvas.zoom(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void press(MouseEvent event) {
        selection.byKeysProperty().set(false);
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        drag = Drag.NONE;
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.SECONDARY) {
            return;
        }
        if (drag == Drag.NONE) {
            double far = Math.hypot(event.getX() - pressX, event.getY() - pressY);
            if (far <= SLACK) {
                return;
            }
            drag = begun(event);
            canvas.pointNowhere();
            canvas.setCursor(drag == Drag.PAN ? Cursor.CLOSED_HAND : Cursor.CROSSHAIR);
        }
        if (drag == Drag.PAN) {
            canvas.pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        } else {
            canvas.showBand(band(event));
        }
    }

    private static Drag begun(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return Drag.PAN;
        }
        boolean zooms = event.isShortcutDown() || event.isControlDown();
        return zooms ? Drag.ZOOM : event.isShiftDown() ? Drag.SELECT : Drag.PAN;
    }

    private Area band(MouseEvent event) {
        return new Area(
                Math.min(pressX, event.getX()),
                Math.min(pressY, event.getY()),
                Math.abs(event.getX() - pressX),
                Math.abs(event.getY() - pressY));
    }

    private void release(MouseEvent event) {
        canvas.setCursor(Cursor.DEFAULT);
        canvas.hideBand();
        switch (drag) {
            case ZOOM -> canvas.fitBand(band(event));
            case SELECT -> selection.add(selectable(canvas.boxesIn(band(event))));
            case PAN -> canvas.point(event.getX(), event.getY());
            case NONE -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    click(event);
                }
            }
        }
        drag = Drag.NONE;
    }

    private void click(MouseEvent event) {
        var at = canvas.pointedAt(event.getX(), event.getY());
        boolean adds = event.isShortcutDown() || event.isShiftDown() || event.isControlDown();
        var box = at.box().stream().filter(this::isSelectable).findFirst();
        if (event.getClickCount() == 2 && !adds) {
            doubleClick(at, event);
        } else if (box.isPresent() && adds) {
            selection.toggle(box.getAsInt());
        } else if (!adds) {
            selection.only(box.stream());
            canvas.pinnedEdgeProperty().set(at.edge());
        }
    }

    private void doubleClick(Pointed at, MouseEvent event) {
        if (at.box().isPresent()) {
            view.openOrZoomTo(at.box().getAsInt());
        } else {
            canvas.zoom(DOUBLE_CLICK_ZOOM, event.getX(), event.getY());
        }
    }

    private IntStream selectable(BitSet boxes) {
        return boxes.stream().filter(this::isSelectable);
    }

    private boolean isSelectable(int box) {
        return BoxSelection.isSelectable(canvas.picture().graph().boxes().get(box));
    }
}
