package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
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
class GraphViewTest {
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
        model.show(Graphs.model(Graphs.residual()), InferredTypes.NONE);
    }

    @Test
    void aClickSelectsALayerAndAClickBesideItClears(FxRobot robot) {
        robot.clickOn(at("conv2"));
        assertThat(model.selectedLayers()).containsExactly("conv2");

        robot.clickOn(new Point2D(20, 240));
        assertThat(model.selectedLayers()).isEmpty();
    }

    @Test
    void draggingPans(FxRobot robot) {
        var before = at("conv1");

        robot.drag(new Point2D(40, 40), MouseButton.PRIMARY).dropTo(new Point2D(90, 75));

        assertThat(at("conv1")).isEqualTo(before.add(50, 35));
        assertThat(model.selectedLayers()).isEmpty();
    }

    @Test
    void theWheelPansAndWithControlZoomsAtThePointer() throws TimeoutException {
        var conv = at("conv1");

        fire(scroll(conv, 40, 0));
        var panned = at("conv1");
        assertThat(panned).isEqualTo(conv.add(0, 40));

        double before = view.canvas().viewport().scale();
        fire(scroll(panned, 40, 1));
        assertThat(view.canvas().viewport().scale()).isGreaterThan(before);
        assertThat(at("conv1").distance(panned)).isLessThan(1);
    }

    @Test
    void aDoubleClickZoomsToALayer(FxRobot robot) {
        robot.doubleClickOn(at("add"));

        assertThat(at("add").distance(320, 240)).isLessThan(2);
    }

    @Test
    void arrowsWalkAndEscapeClears(FxRobot robot) {
        robot.clickOn(at("conv1"));

        robot.type(KeyCode.DOWN, 2);
        assertThat(model.selectedLayers()).containsExactly("conv2");

        robot.type(KeyCode.ESCAPE);
        assertThat(model.selectedLayers()).isEmpty();
    }

    @Test
    void arrowsStopAtTheEndOfTheGraphAndLeadBack(FxRobot robot) {
        robot.clickOn(at("conv2"));

        robot.type(KeyCode.DOWN, 3);
        assertThat(model.selectedLayers()).containsExactly("add");

        robot.type(KeyCode.UP);
        assertThat(model.selectedLayers()).containsExactly("conv2");
    }

    @Test
    void keysZoomAndFit(FxRobot robot) {
        robot.clickOn(new Point2D(20, 240));
        double fitted = view.canvas().viewport().scale();

        robot.type(KeyCode.ADD);
        assertThat(view.canvas().viewport().scale()).isGreaterThan(fitted);
        robot.type(KeyCode.DIGIT0);
        assertThat(view.canvas().viewport().scale()).isEqualTo(1);
        robot.type(KeyCode.SPACE);
        assertThat(view.canvas().viewport().scale()).isEqualTo(fitted);
    }

    @Test
    void findsLayersWhileTyping(FxRobot robot) {
        robot.clickOn("#graph-search").write("conv");
        assertThat(hits(robot)).isEqualTo("2 found");

        robot.type(KeyCode.ENTER);
        assertThat(hits(robot)).isEqualTo("1 of 2");
        assertThat(model.selectedLayers()).containsExactly("conv1");

        robot.type(KeyCode.ESCAPE);
        assertThat(model.search().hits()).isEmpty();
    }

    @Test
    void aSelectionMadeElsewhereIsReadAloud() throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> model.select("relu1"));

        assertThat(view.getAccessibleText())
                .isEqualTo(
                        "Relu, relu1. Inputs: a. Outputs: b."
                                + " Makers of its inputs: 1, readers of its outputs: 2.");
    }

    @Test
    void homeAndEndGoToTheEndsAndControlASelectsAll(FxRobot robot) {
        robot.clickOn(new Point2D(20, 240));

        robot.type(KeyCode.END);
        assertThat(model.selectedLayers()).containsExactly("add");

        robot.type(KeyCode.HOME);
        assertThat(model.selectedLayers()).containsExactly("conv1");

        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(view.getAccessibleText()).isEqualTo("Graph of 4 layers, 4 of them selected");
    }

    @Test
    void theFocusIsSeenWhileKeysAreUsed(FxRobot robot) {
        robot.clickOn(at("conv1"));
        assertThat(robot.lookup("#graph-focus").query().isVisible()).isFalse();

        robot.type(KeyCode.DOWN);
        assertThat(robot.lookup("#graph-focus").query().isVisible()).isTrue();
    }

    @Test
    void saysWhyThereIsNoPicture(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> model.fail("The file is empty."));

        var reason = robot.lookup("#graph-failure").queryAs(Label.class);
        assertThat(reason.getText()).isEqualTo("The file is empty.");
        assertThat(reason.localToScreen(0, 0)).isNotNull();
    }

    @Test
    void isPaintedInFullSoon() throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, view::isPainted);
    }

    private static String hits(FxRobot robot) {
        return robot.lookup("#graph-hits").queryAs(Label.class).getText();
    }

    /// The middle of the band of a layer, on the screen, which is where the scene is.
    private Point2D at(String layer) {
        var graph = view.canvas().picture().graph();
        PlacedBox box = graph.boxes().get(graph.boxOf(layer).orElseThrow());
        var viewport = view.canvas().viewport();
        return new Point2D(
                box.centerX() * viewport.scale() + viewport.offsetX(),
                box.centerY() * viewport.scale() + viewport.offsetY());
    }

    private void fire(ScrollEvent event) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> view.canvas().fireEvent(event));
    }

    private static ScrollEvent scroll(Point2D at, double units, int control) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                false,
                control > 0,
                false,
                false,
                false,
                false,
                0,
                units,
                0,
                units,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}
