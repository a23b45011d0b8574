package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.GraphTrace.Mode;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
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
class GraphGroupsViewTest {
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
        model.show(blocks(), InferredTypes.NONE);
    }

    @BeforeEach
    void closeAll() throws TimeoutException {
        onFx(() -> {
            model.closeAll();
            view.requestFocus();
        });
        waitUntilPainted();
    }

    @Test
    void arrowsWalkIntoClosedGroupsAndThroughTheBordersOfOpenOnes(FxRobot robot)
            throws TimeoutException {
        robot.type(KeyCode.HOME);
        assertThat(model.selectedLayers()).containsExactly("first");

        robot.type(KeyCode.DOWN);
        assertThat(model.selectedLayers()).isEmpty();
        assertThat(model.selectedGroups()).containsExactly("a");

        robot.type(KeyCode.ENTER);
        waitUntilPainted();
        assertThat(role("a")).isEqualTo(BoxRole.OPEN_GROUP);

        robot.type(KeyCode.DOWN);
        assertThat(model.selectedLayers()).containsExactly("a/conv");

        robot.type(KeyCode.DOWN, 2);
        assertThat(model.selectedGroups()).containsExactly("b");

        robot.type(KeyCode.UP, 3);
        assertThat(model.selectedLayers()).containsExactly("first");
    }

    @Test
    void aGroupThatIsOpenedStaysUnderThePointer() throws TimeoutException {
        var before = corner("b");

        onFx(() -> view.openOrZoomTo(index("b")));
        waitUntilPainted();

        assertThat(corner("b").distance(before)).isCloseTo(0, within(1.0));
        assertThat(role("b")).isEqualTo(BoxRole.OPEN_GROUP);
    }

    @Test
    void backspaceLeavesWhatIsShownAlone(FxRobot robot) throws TimeoutException {
        onFx(() -> model.enter(box("a").box()));
        var way = robot.lookup("#graph-way").query();
        assertThat(way.isVisible()).isTrue();
        assertThat(view.canvas().picture().graph().boxOf("b/conv")).isEmpty();

        robot.type(KeyCode.BACK_SPACE);
        assertThat(way.isVisible()).isFalse();
        assertThat(view.canvas().picture().graph().boxOf("b/conv")).isPresent();
    }

    @Test
    void aClickOnThePathLeadsBack(FxRobot robot) throws TimeoutException {
        onFx(() -> model.enter(box("a").box()));

        robot.clickOn(robot.lookup("#graph-way .button").match(hasText("Model")).<Button>query());

        assertThat(model.wayProperty().get()).hasSize(1);
    }

    @Test
    void tracesThroughTheBordersOfOpenGroups() throws TimeoutException {
        onFx(model::openAll);
        waitUntilPainted();
        onFx(() -> model.selectOnly(List.of("a/relu")));

        onFx(() -> view.trace().trace(Mode.NEIGHBOURS));
        assertThat(bright("first", "a/conv", "a/relu", "b/conv", "b/relu"))
                .containsExactly("a/conv", "a/relu", "b/conv");

        onFx(() -> view.trace().trace(Mode.UPSTREAM));
        assertThat(bright("first", "a/conv", "a/relu", "b/conv", "b/relu"))
                .containsExactly("first", "a/conv", "a/relu");
        onFx(() -> view.trace().end());
    }

    @Test
    void theMenuOfAGroupOpensAndClosesIt(FxRobot robot) throws TimeoutException {
        new Pointer(view.canvas()).openMenu(corner("b").add(20, 8));
        robot.clickOn("#graph-menu-open");
        waitUntilPainted();
        assertThat(role("b")).isEqualTo(BoxRole.OPEN_GROUP);

        new Pointer(view.canvas()).openMenu(corner("b").add(20, 8));
        robot.clickOn("#graph-menu-close");
        waitUntilPainted();
        assertThat(role("b")).isEqualTo(BoxRole.GROUP);
    }

    /// Two groups of two layers, one after the other.
    private static ModelGraph blocks() {
        return Graphs.model(
                Graphs.of(
                        List.of(),
                        Graphs.node("first", "Relu", "x", "t0"),
                        Graphs.node("a/conv", "Conv", "t0", "t1"),
                        Graphs.node("a/relu", "Relu", "t1", "t2"),
                        Graphs.node("b/conv", "Conv", "t2", "t3"),
                        Graphs.node("b/relu", "Relu", "t3", "t4"),
                        Graphs.node("last", "Softmax", "t4", "y")));
    }

    private List<String> bright(String... layers) {
        var focus = view.canvas().focus();
        return List.of(layers).stream().filter(layer -> focus.hasBox(pane.index(layer))).toList();
    }

    private Point2D corner(String group) {
        return view.canvas().viewport().toPixel(box(group).x(), box(group).y());
    }

    private BoxRole role(String group) {
        return box(group).box().role();
    }

    private PlacedBox box(String group) {
        return view.canvas().picture().graph().boxes().get(index(group));
    }

    private int index(String group) {
        return view.canvas().picture().graph().boxOfGroup(group).orElseThrow();
    }

    private static Predicate<Button> hasText(String text) {
        return button -> button.getText().equals(text);
    }

    private void waitUntilPainted() throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, view::isPainted);
    }

    private static void onFx(Runnable action) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(5000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
