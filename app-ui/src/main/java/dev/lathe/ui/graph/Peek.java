package dev.lathe.ui.graph;

import java.util.OptionalInt;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// A label beside the pointer that says what it is on: at once for an edge, after a moment for a
/// box.
final class Peek extends VBox {
    private static final Duration DELAY = Duration.millis(350);
    private static final double BESIDE = 16;
    private static final double WIDEST = 520;

    private final GraphCanvas canvas;
    private final GraphViewModel model;
    private final PauseTransition pause = new PauseTransition(DELAY);
    private Point2D pointer = Point2D.ZERO;

    Peek(GraphCanvas canvas, GraphViewModel model) {
        this.canvas = canvas;
        this.model = model;
        setId("graph-peek");
        getStyleClass().addAll("graph-bar", "graph-peek");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        pause.setOnFinished(_ -> show(canvas.pointedProperty().get()));
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::follow);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> hide());
        canvas.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, _ -> hide());
        canvas.viewportProperty().subscribe(this::hide);
        canvas.pointedProperty().subscribe(this::change);
        canvas.pinnedEdgeProperty().subscribe(this::change);
    }

    private void follow(MouseEvent event) {
        pointer = new Point2D(event.getX(), event.getY());
        if (isVisible() && pinned().isNothing()) {
            place();
        }
    }

    private void change() {
        hide();
        var pointed = canvas.pointedProperty().get();
        if (pointed.edge().isPresent()) {
            show(pointed);
        } else if (pointed.box().isPresent()) {
            pause.playFromStart();
        } else if (!pinned().isNothing()) {
            show(pinned());
        }
    }

    private Pointed pinned() {
        return new Pointed(OptionalInt.empty(), canvas.pinnedEdgeProperty().get());
    }

    private void show(Pointed pointed) {
        var text = PeekText.of(canvas.picture(), pointed, model.outlineProperty().get());
        if (text.equals(PeekText.NOTHING)) {
            return;
        }
        getChildren().setAll(label(text.title(), "graph-peek-title"));
        add("", text.detail());
        text.inputs().forEach(value -> add("→ ", value));
        text.outputs().forEach(value -> add("← ", value));
        setVisible(true);
        applyCss();
        setMaxWidth(WIDEST);
        autosize();
        place();
    }

    private void add(String arrow, String text) {
        if (!text.isEmpty()) {
            getChildren().add(label(arrow + text, "graph-peek-line"));
        }
    }

    private void hide() {
        pause.stop();
        setVisible(false);
    }

    /// Beside the pointer, inside the window.
    private void place() {
        double x = pointer.getX() + BESIDE;
        double y = pointer.getY() + BESIDE;
        if (x + getWidth() > canvas.getWidth()) {
            x = pointer.getX() - BESIDE - getWidth();
        }
        if (y + getHeight() > canvas.getHeight()) {
            y = pointer.getY() - BESIDE - getHeight();
        }
        relocate(Math.rint(Math.max(4, x)), Math.rint(Math.max(4, y)));
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMaxWidth(WIDEST);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
