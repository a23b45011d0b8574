package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.GraphTrace.Mode;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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
class GraphPointerTest {
    private static final Point2D NOWHERE = new Point2D(20, 240);

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final GraphViewModel model = new GraphViewModel(new DirectJobs(), texts);
    private GraphView view;
    private GraphPane pane;

    @Start
    void show(Stage stage) {
        view = new GraphView(model, texts);
        pane = new GraphPane(view);
        stage.setScene(new Scene(view, 640, 480));
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
        model.show(Graphs.model(Graphs.residual()), InferredTypes.NONE);
    }

    @Test
    void shiftAndControlClicksAddAndTakeAway() throws TimeoutException {
        new Pointer(view.canvas()).click(pane.middle("conv1"));
        new Pointer(view.canvas(), KeyCode.SHIFT).click(pane.middle("add"));
        assertThat(model.selectedLayers()).containsExactlyInAnyOrder("conv1", "add");

        new Pointer(view.canvas(), KeyCode.CONTROL).click(pane.middle("conv1"));
        assertThat(model.selectedLayers()).containsExactly("add");
    }

    @Test
    void shiftDraggingSelectsWhatTheRectangleMeets() throws TimeoutException {
        new Pointer(view.canvas(), KeyCode.SHIFT)
                .drag(pane.corner("relu1", -5, -5), pane.farCorner("conv2", 5, 5));

        assertThat(model.selectedLayers()).containsExactlyInAnyOrder("relu1", "conv2");
    }

    @Test
    void controlDraggingZoomsToTheRectangle() throws TimeoutException {
        var from = pane.corner("conv2", -20, -20);
        var to = pane.farCorner("conv2", 20, 20);
        var before = view.canvas().viewport();
        double middle = before.toPictureX(from.midpoint(to).getX());

        new Pointer(view.canvas(), KeyCode.CONTROL).drag(from, to);

        var after = view.canvas().viewport();
        assertThat(after.scale()).isGreaterThan(before.scale());
        assertThat(after.toPictureX(320)).isCloseTo(middle, within(2.0));
        assertThat(model.selectedLayers()).isEmpty();
    }

    @Test
    void anEdgeUnderThePointerIsNamed(FxRobot robot) throws TimeoutException {
        new Pointer(view.canvas()).move(pane.between("conv1", "relu1"));

        assertThat(view.canvas().pointedProperty().get().edge()).isPresent();
        assertThat(robot.lookup(".graph-peek-title").queryAs(Label.class).getText()).isEqualTo("a");
    }

    @Test
    void aClickedEdgeStaysMarkedUntilEscape(FxRobot robot) throws TimeoutException {
        new Pointer(view.canvas()).click(pane.between("conv1", "relu1"));
        new Pointer(view.canvas()).move(NOWHERE);
        assertThat(view.canvas().pinnedEdgeProperty().get()).isPresent();

        robot.type(KeyCode.ESCAPE);
        assertThat(view.canvas().pinnedEdgeProperty().get()).isEmpty();
    }

    @Test
    void aBoxUnderThePointerIsExplainedAfterAMoment(FxRobot robot) throws TimeoutException {
        new Pointer(view.canvas()).move(pane.middle("conv2"));

        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> robot.lookup("#graph-peek").query().isVisible());
        assertThat(robot.lookup(".graph-peek-title").queryAs(Label.class).getText())
                .isEqualTo("Conv");
        assertThat(robot.lookup(".graph-peek-line").<Label>queryAll())
                .extracting(Label::getText)
                .first()
                .isEqualTo("conv2");
    }

    @Test
    void theMenuOfABoxTracesAndCopies(FxRobot robot) throws TimeoutException {
        new Pointer(view.canvas()).openMenu(pane.middle("conv2"));
        assertThat(model.selectedLayers()).containsExactly("conv2");

        robot.clickOn("#graph-menu-upstream");
        assertThat(view.trace().modeProperty().get()).isEqualTo(Optional.of(Mode.UPSTREAM));

        new Pointer(view.canvas()).openMenu(pane.middle("conv2"));
        robot.clickOn("#graph-menu-copy");
        var copied =
                WaitForAsyncUtils.waitForAsyncFx(
                        5000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo("conv2");
    }

    @Test
    void theMenuOfABoxSelectsAllOfItsOperator(FxRobot robot) throws TimeoutException {
        new Pointer(view.canvas()).openMenu(pane.middle("conv2"));

        robot.clickOn("#graph-menu-same");

        assertThat(model.selectedLayers()).containsExactlyInAnyOrder("conv1", "conv2");
    }

    @Test
    void theMenuBesideAllBoxesSelectsAll(FxRobot robot) throws TimeoutException {
        new Pointer(view.canvas()).openMenu(NOWHERE);

        robot.clickOn("#graph-menu-all");

        assertThat(model.selectedLayers()).hasSize(4);
    }
}
