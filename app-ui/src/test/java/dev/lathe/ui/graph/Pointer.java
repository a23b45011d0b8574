package dev.lathe.ui.graph;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.testfx.util.WaitForAsyncUtils;

/// Moves and clicks with modifier keys held, which the robot of the headless platform cannot.
/// Places are in the coordinates of the node.
final class Pointer {
    private final Node node;
    private final Set<KeyCode> held;

    Pointer(Node node, KeyCode... held) {
        this.node = node;
        this.held = held.length == 0 ? EnumSet.noneOf(KeyCode.class) : Set.of(held);
    }

    void move(Point2D to) throws TimeoutException {
        fire(MouseEvent.MOUSE_MOVED, to);
    }

    void click(Point2D at) throws TimeoutException {
        fire(MouseEvent.MOUSE_PRESSED, at);
        fire(MouseEvent.MOUSE_RELEASED, at);
    }

    void drag(Point2D from, Point2D to) throws TimeoutException {
        fire(MouseEvent.MOUSE_PRESSED, from);
        for (Point2D at : List.of(from.midpoint(to), to)) {
            fire(MouseEvent.MOUSE_DRAGGED, at);
        }
        fire(MouseEvent.MOUSE_RELEASED, to);
    }

    void openMenu(Point2D at) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> {
                    var scene = node.localToScene(at);
                    var screen = node.localToScreen(at);
                    node.fireEvent(
                            new ContextMenuEvent(
                                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                    scene.getX(),
                                    scene.getY(),
                                    screen.getX(),
                                    screen.getY(),
                                    false,
                                    new PickResult(node, scene.getX(), scene.getY())));
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fire(EventType<MouseEvent> type, Point2D at) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> {
                    var scene = node.localToScene(at);
                    var screen = node.localToScreen(at);
                    node.fireEvent(
                            new MouseEvent(
                                    type,
                                    scene.getX(),
                                    scene.getY(),
                                    screen.getX(),
                                    screen.getY(),
                                    MouseButton.PRIMARY,
                                    1,
                                    held.contains(KeyCode.SHIFT),
                                    held.contains(KeyCode.CONTROL),
                                    false,
                                    false,
                                    type != MouseEvent.MOUSE_MOVED,
                                    false,
                                    false,
                                    true,
                                    false,
                                    true,
                                    new PickResult(node, scene.getX(), scene.getY())));
                });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
