package dev.lathe.ui.testing;

import atlantafx.base.theme.PrimerLight;
import dev.lathe.resources.Stylesheets;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// Puts a pane into a window as wide as the right side of the real one.
public final class Panes {
    private Panes() {}

    /// Shows a pane in the colours of the light window.
    public static void show(Stage stage, Parent pane) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        var scene = new Scene(pane, 360, 900);
        scene.getStylesheets().setAll(Stylesheets.light());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.setWidth(360); // one stage serves all tests and keeps the size of the last
        stage.setHeight(900);
    }

    /// The words of a label or button.
    public static String words(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    /// Whether a node and all that it is in are visible.
    public static boolean isShown(FxRobot robot, String id) {
        Node node = Objects.requireNonNull(robot.lookup("#" + id).query(), id);
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
