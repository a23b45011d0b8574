package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init") // TestFX makes the view on the JavaFX thread
class MinimapTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final GraphViewModel model = new GraphViewModel(new DirectJobs(), texts);
    private GraphView view;

    @Start
    void show(Stage stage) {
        view = new GraphView(model, texts);
        stage.setScene(new Scene(view, 640, 480));
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
        model.show(Graphs.model(Graphs.chain(100)), InferredTypes.NONE);
    }

    @Test
    void aClickJumpsThere(FxRobot robot) {
        var minimap = minimap(robot);

        robot.clickOn(minimap.localToScreen(at(minimap, 0.75)));

        assertThat(middle()).isCloseTo(0.75, within(0.02));
        assertThat(model.selectedLayers()).isEmpty();
    }

    @Test
    void draggingTheFrameMovesTheView(FxRobot robot) throws TimeoutException {
        var minimap = minimap(robot);
        new Pointer(minimap).click(at(minimap, 0.4));
        var frame = minimap.frame();

        new Pointer(minimap)
                .drag(
                        new Point2D(frame.getCenterX(), frame.getMinY() + 1),
                        new Point2D(frame.getCenterX(), frame.getMinY() + 1 + 18));

        assertThat(middle()).isCloseTo(0.5, within(0.02));
    }

    @Test
    void hidesWhenAllIsSeen(FxRobot robot) throws TimeoutException {
        assertThat(minimap(robot).isVisible()).isTrue();

        WaitForAsyncUtils.waitForAsyncFx(5000, view::fit);

        assertThat(minimap(robot).isVisible()).isFalse();
    }

    private static Minimap minimap(FxRobot robot) {
        return robot.lookup("#graph-minimap").queryAs(Minimap.class);
    }

    private static Point2D at(Minimap minimap, double share) {
        return new Point2D(minimap.getWidth() / 2, 4 + share * (minimap.getHeight() - 8));
    }

    /// Where the middle of the view is in the height of the picture.
    private double middle() {
        var seen = view.canvas().viewport().area();
        return (seen.y() + seen.height() / 2) / view.canvas().picture().graph().height();
    }
}
