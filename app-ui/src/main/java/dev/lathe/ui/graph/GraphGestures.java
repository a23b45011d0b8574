package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.BoxRole;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// What mouse, wheel and touchpad do to a graph: the wheel and dragging pan, Ctrl with the wheel
/// and pinching zoom at the pointer, a click selects, a double click zooms to a box.
final class GraphGestures {
    /// Pixels that a click may move.
    private static final double SLACK = 3;

    /// A usual notch of a wheel (40 units) zooms by about 15 %.
    private static final double ZOOM_PER_UNIT = 0.0035;

    private final GraphCanvas canvas;
    private final GraphViewModel model;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragged;

    private GraphGestures(GraphCanvas canvas, GraphViewModel model) {
        this.canvas = canvas;
        this.model = model;
    }

    static void install(GraphCanvas canvas, GraphViewModel model) {
        var gestures = new GraphGestures(canvas, model);
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
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        canvas.zoom(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void press(MouseEvent event) {
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        dragged = false;
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.SECONDARY) {
            return;
        }
        double far = Math.hypot(event.getX() - pressX, event.getY() - pressY);
        if (dragged || far > SLACK) {
            dragged = true;
            canvas.setCursor(Cursor.CLOSED_HAND);
            canvas.pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        }
    }

    private void release(MouseEvent event) {
        canvas.setCursor(Cursor.DEFAULT);
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        var box = canvas.boxAt(event.getX(), event.getY());
        if (event.getClickCount() == 2) {
            box.ifPresent(this::open);
        } else {
            click(box, event);
        }
    }

    /// Opens or closes what can be open; goes to what cannot.
    private void open(int index) {
        var box = canvas.picture().graph().boxes().get(index).box();
        if (model.canOpen(box)) {
            model.toggle(box);
        } else {
            canvas.fit(List.of(index));
        }
    }

    private void click(OptionalInt box, MouseEvent event) {
        boolean adds = event.isShortcutDown() || event.isShiftDown() || event.isControlDown();
        var layer =
                box.stream()
                        .mapToObj(canvas.picture().graph().boxes()::get)
                        .filter(b ->
                                b.box().role() == BoxRole.NODE || b.box().role() == BoxRole.STUB)
                        .map(b -> b.box().name())
                        .filter(name -> canvas.picture().graph().boxOf(name).isPresent())
                        .findFirst();
        if (layer.isEmpty()) {
            if (!adds) {
                model.selectOnly(List.of());
            }
        } else if (adds) {
            model.toggle(layer.get());
        } else {
            model.selectOnly(List.of(layer.get()));
        }
    }
}
