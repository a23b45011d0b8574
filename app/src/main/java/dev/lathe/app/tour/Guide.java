package dev.lathe.app.tour;

import dev.lathe.ui.job.Jobs;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Does in a window what a person would: looks for a control, moves the mouse there and clicks.
/// Used on a thread of its own, which waits until the window has followed.
final class Guide {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STEP = Duration.ofMillis(40);

    private final Stage stage;
    private final Jobs jobs;

    Guide(Stage stage, Jobs jobs) {
        this.stage = stage;
        this.jobs = jobs;
    }

    /// Clicks on the control with an id.
    void click(String id) throws TourException, InterruptedException {
        waitUntil("control " + id, () -> find(id) != null && !find(id).isDisabled());
        onFx(() -> {
            reveal(find(id));
            return true;
        });
        settle();
        var target = onFx(() -> center(find(id)));
        onFx(() -> {
            var robot = new Robot();
            robot.mouseMove(target);
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
        settle();
    }

    /// Chooses an item of a menu button.
    void choose(String menu, String item) throws TourException, InterruptedException {
        waitUntil("menu " + menu, () -> find(menu) instanceof MenuButton);
        onFx(() -> {
            var button = (MenuButton) find(menu);
            button.show();
            return true;
        });
        settle();
        onFx(() -> {
            var button = (MenuButton) find(menu);
            button.getItems().stream()
                    .filter(i -> item.equals(i.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            button.hide();
            return true;
        });
        settle();
    }

    /// The window that was opened last beside the main one.
    Stage opened() throws TourException, InterruptedException {
        waitUntil("another window", () -> beside().isPresent());
        return onFx(() -> beside().orElseThrow());
    }

    private Optional<Stage> beside() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && !window.equals(stage))
                .map(Stage.class::cast)
                .reduce((_, last) -> last);
    }

    /// Waits until no job runs and the window has been laid out.
    void finishJobs(String what) throws TourException, InterruptedException {
        settle();
        waitUntil(what, () -> jobs.running().isEmpty());
        settle();
    }

    /// Waits until something is so.
    void waitUntil(String what, BooleanSupplier condition)
            throws TourException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new TourException(
                        "Cannot go on with the tour: waited "
                                + PATIENCE.toSeconds()
                                + " s in vain for "
                                + what);
            }
            Thread.sleep(STEP);
        }
    }

    /// Computes something on the JavaFX thread.
    static <T> T onFx(Callable<T> work) throws TourException, InterruptedException {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) { // whatever it is, the waiting thread reports it
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new TourException("Cannot go on with the tour: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new TourException("Cannot go on with the tour: the window hangs", e);
        }
    }

    /// Lets the window lay itself out and paint: a few pulses.
    void settle() throws TourException, InterruptedException {
        for (int i = 0; i < 4; i++) {
            onFx(() -> true);
            Thread.sleep(STEP);
        }
    }

    Scene scene() {
        return stage.getScene();
    }

    private Node find(String id) {
        return scene().lookup("#" + id);
    }

    /// Scrolls the panes around a control so that it can be seen.
    private static void reveal(Node node) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane && pane.getContent() != null) {
                var content = pane.getContent();
                var bounds = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double hidden =
                        content.getBoundsInLocal().getHeight()
                                - pane.getViewportBounds().getHeight();
                if (hidden > 0) {
                    double wanted = bounds.getCenterY() - pane.getViewportBounds().getHeight() / 2;
                    pane.setVvalue(Math.clamp(wanted / hidden, 0, 1));
                }
            }
        }
    }

    private Point2D center(Node node) {
        var bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }
}
