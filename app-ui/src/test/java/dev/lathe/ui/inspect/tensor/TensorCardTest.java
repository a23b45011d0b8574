package dev.lathe.ui.inspect.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.data.Npy;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.form.PaneScroll;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.testing.Answers;
import dev.lathe.ui.testing.Panes;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class TensorCardTest {
    private static final ModelHeader HEADER =
            new ModelHeader(
                    8, new LinkedHashMap<>(), "test", "1", "", 1, "", new LinkedHashMap<>());

    @TempDir Path folder;
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Problems problems = new Problems(texts, Clock.systemUTC());
    private final StackPane root = new StackPane();
    private PathChooser chooser = Answers.NONE;

    @Start
    void show(Stage stage) {
        Panes.show(stage, root);
    }

    @AfterEach
    void closeWindows() {
        call(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> !window.equals(root.getScene().getWindow()))
                    .forEach(Window::hide);
            return root;
        });
    }

    @Test
    void aConstantIsDescribedWithItsFigures(FxRobot robot) {
        open(conv());

        assertThat(labels(robot))
                .contains("int8 4×2×1×3 · 24 B")
                .contains("24", "-1.1000", "0.3000", "4.2 % · 1");
    }

    @Test
    void aQuantizedConstantIsShownAsStoredOnDemand(FxRobot robot) {
        open(conv());

        robot.clickOn("#tensor-reading-0-stored");

        assertThat(labels(robot)).contains("-11", "12").doesNotContain("-1.1000");
    }

    @Test
    void theValuesOfASmallConstantNeedNoUnfolding(FxRobot robot) {
        open(conv());

        assertThat(labels(robot)).contains("float32 4 · 16 B · [1.0000, 2.0000, 3.0000, 4.0000]");
    }

    @Test
    void aBarOfTheHistogramThatIsPointedAtIsExplained(FxRobot robot) {
        open(conv());
        robot.clickOn("#tensor-reading-0-stored").clickOn("#tensor-histogram-0");

        robot.push(KeyCode.HOME);
        assertThat(Panes.words(robot, "histogram-pointed-0")).isEqualTo("-11: 1");

        robot.push(KeyCode.RIGHT);
        assertThat(Panes.words(robot, "histogram-pointed-0")).isEqualTo("-10: 1");
    }

    @Test
    void aChannelThatIsPointedAtIsNamedWithItsFigures(FxRobot robot) {
        open(conv());

        robot.clickOn(".channel-plot").push(KeyCode.HOME);

        assertThat(Panes.words(robot, "channel-pointed-0"))
                .startsWith("Channel 0: -1.1000 … -0.6000, mean -0.8500");
    }

    @Test
    void channelsAreShownInTheOrderAndOnTheAxisThatPeopleChoose(FxRobot robot) {
        open(conv());

        choose(robot, "channel-order-0", ChannelOrder.ZEROS);
        robot.clickOn(".channel-plot").push(KeyCode.HOME);
        assertThat(Panes.words(robot, "channel-pointed-0")).startsWith("Channel 1: ");

        choose(robot, "channel-order-0", ChannelOrder.INDEX);
        choose(robot, "channel-axis-0", 3);
        robot.clickOn(".channel-plot").push(KeyCode.END);
        assertThat(Panes.words(robot, "channel-pointed-0")).startsWith("Channel 2: ");
    }

    @Test
    void aConstantIsSavedForNumPyAsItIsShown(FxRobot robot) throws Exception {
        var file = folder.resolve("w.npy");
        chooser = new Answers(Optional.of(file));
        open(conv());

        robot.clickOn("#tensor-save-0");

        assertThat(Panes.words(robot, "tensor-saved-0")).isEqualTo("Saved w.npy, 224 B");
        var saved = Npy.decode("w", Files.readAllBytes(file));
        assertThat(saved.sizes()).containsExactly(4L, 2L, 1L, 3L);
        assertThat(saved.toFloats()).startsWith(-1.1f, -1.0f).endsWith(0.3f);
    }

    @Test
    void aFailureToSaveIsToldInPlace(FxRobot robot) {
        chooser = new Answers(Optional.of(folder.resolve("none/w.npy")));
        open(conv());

        robot.clickOn("#tensor-save-0");

        assertThat(Panes.words(robot, "tensor-saved-0")).contains("its folder does not exist");
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void theElementsAreShownInAWindowOfTheirOwn(FxRobot robot) {
        open(conv());

        robot.clickOn("#tensor-view-0");

        var map = robot.lookup("#heat-map").queryAs(HeatMap.class);
        point(map, new Cell(0, 4));
        assertThat(Panes.words(robot, "tensor-status")).isEqualTo("[1, 0, 0, 1] = -0.4");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#heat-map").tryQuery()).isEmpty();
    }

    @Test
    void theHeatMapIsWalkedWithTheArrowKeys(FxRobot robot) {
        open(conv());
        robot.clickOn("#tensor-view-0").clickOn("#heat-map");
        var map = robot.lookup("#heat-map").queryAs(HeatMap.class);
        point(map, new Cell(0, 0));

        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN);

        assertThat(map.pointedProperty().get()).contains(new Cell(1, 1));
    }

    @Test
    void theTableIsSelectedWithKeysAndCopiedWithAllDigits(FxRobot robot) {
        open(conv());
        robot.clickOn("#tensor-view-0").clickOn("#tensor-shape-table");
        var grid = robot.lookup("#number-grid").queryAs(NumberGrid.class);
        call(() -> {
            grid.select(Optional.of(new GridSelection(new Cell(0, 0), new Cell(1, 1))));
            return grid;
        });

        robot.clickOn("#tensor-copy");

        assertThat(call(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("-1.1\t-0.8\n-0.5\t-0.2\n");
        assertThat(Panes.words(robot, "tensor-status")).isEqualTo("4 elements copied");
    }

    @Test
    void theTableIsCutWhereTheOtherAxesSay(FxRobot robot) {
        open(conv());
        robot.clickOn("#tensor-view-0").clickOn("#tensor-shape-table");
        var grid = robot.lookup("#number-grid").queryAs(NumberGrid.class);

        robot.clickOn("#plane-index-3").push(KeyCode.UP);
        robot.clickOn("#number-grid");
        call(() -> {
            grid.select(Optional.of(GridSelection.of(new Cell(0, 0))));
            return grid;
        });

        assertThat(Panes.words(robot, "tensor-status")).isEqualTo("[0, 0, 0, 1] = -1");
    }

    @Test
    void elementsThatAreMissingAreExplained(FxRobot robot) {
        var missing =
                new Tensor(
                        "gone",
                        DataType.FLOAT,
                        List.of(2L, 3L),
                        new Missing("w.bin", 0, 24, "the file w.bin is not beside the model"),
                        Extras.NONE);
        open(graph(List.of(Node.of("n", "Relu", List.of("gone"), List.of("y"))), missing));

        assertThat(labels(robot)).contains("the file w.bin is not beside the model");
    }

    @Test
    void allConstantsAreSavedAsOneFile(FxRobot robot) throws Exception {
        var file = folder.resolve("model.npz");
        chooser = new Answers(Optional.of(file));
        call(() -> {
            root.getChildren().setAll(desk().saveAll(new ModelGraph(HEADER, conv())));
            return root;
        });

        robot.clickOn("#tensor-save-all");

        assertThat(Panes.words(robot, "tensor-saved-all"))
                .isEqualTo("Saved model.npz: 3 arrays, 440 B");
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .containsExactly("w.npy", "s.npy", "b.npy");
        }
    }

    /// A convolution over three that reads its int8 weight through DequantizeLinear.
    private static Graph conv() {
        var stored = new byte[24];
        for (int i = 0; i < stored.length; i++) {
            stored[i] = (byte) (i - 11);
        }
        return graph(
                List.of(
                        Node.of("conv", "Conv", List.of("x", "real", "b"), List.of("y")),
                        Node.of(
                                "decode",
                                "DequantizeLinear",
                                List.of("w", "s"),
                                List.of("real"),
                                new Attribute("axis", new IntValue(0)))),
                Tensor.ofBytes("w", DataType.INT8, stored, 4, 2, 1, 3),
                Tensor.ofFloats("s", new float[] {0.1f, 0.1f, 0.05f, 0.025f}, 4),
                Tensor.ofFloats("b", new float[] {1, 2, 3, 4}, 4));
    }

    private static Graph graph(List<Node> nodes, Tensor... constants) {
        return new Graph(
                "main", nodes, List.of(), List.of(), List.of(), List.of(constants), Extras.NONE);
    }

    /// Shows the constants of the first node of a graph.
    private void open(Graph graph) {
        call(() -> {
            var scope = Outline.of(new ModelGraph(HEADER, graph), InferredTypes.NONE).main();
            var section = desk().section(scope, graph.nodes().getFirst()).orElseThrow();
            root.getChildren().setAll(new PaneScroll(section));
            root.applyCss();
            root.layout();
            return section;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private TensorDesk desk() {
        return new TensorDesk(
                new DirectJobs(),
                problems,
                texts,
                new SimpleObjectProperty<>(KindPalette.LIGHT),
                chooser,
                Optional::empty);
    }

    private static void point(HeatMap map, Cell cell) {
        call(() -> {
            map.point(Optional.of(cell));
            return map;
        });
    }

    @SuppressWarnings("unchecked") // the id is that of a choice of such values
    private static <T> void choose(FxRobot robot, String id, T value) {
        call(() -> {
            robot.lookup("#" + id).queryAs(ComboBox.class).setValue(value);
            return value;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> labels(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private static <T> T call(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }
}
