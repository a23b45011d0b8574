package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Searching a model whose layers are nearly all inside branches.
@Tag("corpus")
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init") // TestFX makes the view on the JavaFX thread
class GraphSearchTest {
    private static final Path FILE =
            Path.of(System.getProperty("lathe.data", ""), "models/silero-vad/silero_vad.onnx");

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final GraphViewModel model = new GraphViewModel(new DirectJobs(), texts);
    private GraphView view;

    @Start
    void show(Stage stage) throws ModelFormatException, InterruptedException {
        view = new GraphView(model, texts);
        stage.setScene(new Scene(view, 1000, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.setWidth(1000);
        stage.setHeight(700);
        var graph = ModelFiles.read(FILE);
        model.show(graph, ShapeInference.infer(graph));
        model.closeAll();
    }

    @Test
    void lookingAtAHitKeepsWhatItIsInClosed(FxRobot robot) {
        int boxes = boxes();
        robot.clickOn("#graph-search").write("op:LSTM");

        robot.type(KeyCode.DOWN);

        var hit = model.search().hits().getFirst();
        assertThat(model.selectedLayers()).containsExactly(hit);
        assertThat(boxes()).isEqualTo(boxes);
    }

    @Test
    void enterOpensAllThatAHitIsInAndKeepsTheList(FxRobot robot) {
        robot.clickOn("#graph-search").write("op:LSTM").type(KeyCode.DOWN, KeyCode.ENTER);

        var hit = model.search().hits().getFirst();
        var graph = view.canvas().picture().graph();
        var box = graph.boxes().get(graph.boxOf(hit).orElseThrow());
        assertThat(box.box().name()).isEqualTo(hit);
        assertThat(robot.lookup("#graph-results").query().isFocused()).isTrue();
        assertThat(robot.lookup("#graph-hits").queryAs(Label.class).getText()).startsWith("1 of ");

        var pane = robot.lookup(".graph-search").query().getBoundsInParent();
        double right =
                box.right() * view.canvas().viewport().scale() + view.canvas().viewport().offsetX();
        assertThat(right).isLessThan(pane.getMinX());
    }

    @Test
    void goesToAGroupAndSelectsIt(FxRobot robot) {
        robot.clickOn("#graph-search").write("group:encoder").type(KeyCode.ENTER);

        var group = model.search().groups().getFirst();
        assertThat(model.selectedGroups()).containsExactly(group);
        assertThat(model.selectedLayers()).isEmpty();
        assertThat(view.canvas().picture().graph().boxOfGroup(group)).isPresent();
    }

    @Test
    void keysTypedIntoTheFieldDoNotMoveTheGraph(FxRobot robot) {
        double scale = view.canvas().viewport().scale();

        robot.clickOn("#graph-search").write("conv 0 t-+ ");

        assertThat(view.canvas().viewport().scale()).isEqualTo(scale);
        assertThat(view.trace().isOn()).isFalse();
    }

    @Test
    void f3InTheGraphWalksBothWaysAndEscapeEnds(FxRobot robot) {
        robot.clickOn("#graph-search").write("op:LSTM").type(KeyCode.TAB);
        robot.interact(view::requestFocus);

        robot.type(KeyCode.F3, KeyCode.F3);
        robot.press(KeyCode.SHIFT).type(KeyCode.F3).release(KeyCode.SHIFT);

        assertThat(model.search().currentProperty().get()).isZero();
        robot.type(KeyCode.ESCAPE);
        assertThat(model.search().hits()).isEmpty();
    }

    private int boxes() {
        return view.canvas().picture().graph().boxes().size();
    }
}
