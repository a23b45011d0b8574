package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
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
class GraphTraceViewTest {
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
    void aKeyFadesAllButTheNeighboursAndEscapeEndsThat(FxRobot robot) throws TimeoutException {
        robot.clickOn(pane.middle("conv1"));

        robot.type(KeyCode.T);
        assertThat(bright()).containsExactly("conv1", "relu1");

        robot.type(KeyCode.ESCAPE);
        assertThat(view.canvas().focus().isAll()).isTrue();
        assertThat(model.selectedLayers()).containsExactly("conv1");
    }

    @Test
    void buttonsTraceUpAndDown(FxRobot robot) {
        robot.clickOn(pane.middle("relu1"));

        robot.clickOn("#graph-trace-upstream");
        assertThat(bright()).containsExactly("conv1", "relu1");

        robot.clickOn("#graph-trace-downstream");
        assertThat(bright()).containsExactly("relu1", "conv2", "add");

        robot.clickOn("#graph-trace-both");
        assertThat(bright()).containsExactly("conv1", "relu1", "conv2", "add");

        robot.clickOn("#graph-trace-both");
        assertThat(view.canvas().focus().isAll()).isTrue();
    }

    @Test
    void whatIsTracedFollowsTheSelection(FxRobot robot) {
        robot.clickOn(pane.middle("conv1")).type(KeyCode.T);

        robot.type(KeyCode.DOWN, 2);

        assertThat(model.selectedLayers()).containsExactly("conv2");
        assertThat(bright()).containsExactly("relu1", "conv2", "add");
    }

    @Test
    void whatIsNotTracedIsPaler(FxRobot robot) throws TimeoutException {
        robot.clickOn(pane.middle("conv1"));
        var before = colorAt("add");

        robot.type(KeyCode.T);

        assertThat(colorAt("add").getSaturation()).isLessThan(before.getSaturation() / 2);
    }

    private Color colorAt(String layer) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, view::isPainted);
        WritableImage image =
                WaitForAsyncUtils.waitForAsyncFx(5000, () -> view.getScene().snapshot(null));
        var at = pane.corner(layer, 8, 8);
        return image.getPixelReader().getColor((int) at.getX(), (int) at.getY());
    }

    private List<String> bright() {
        var focus = view.canvas().focus();
        return Stream.of("conv1", "relu1", "conv2", "add")
                .filter(layer -> focus.hasBox(pane.index(layer)))
                .toList();
    }
}
