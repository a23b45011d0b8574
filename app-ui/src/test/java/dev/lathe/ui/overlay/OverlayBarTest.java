package dev.lathe.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.metric.ValueScale.Steps;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.graph.GraphView;
import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.PictureBox;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.NodeOverlay.Rating;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.SampleEngine;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Colouring MobileNetV2, and GPT-2, which is drawn in groups.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@Tag("corpus")
@SuppressWarnings("NullAway.Init") // TestFX makes the view on the JavaFX thread
class OverlayBarTest {
    private static final Path MODELS = Path.of(System.getProperty("lathe.data", ""), "models");
    private static final Path MOBILENET =
            MODELS.resolve("mobilenet/mobilenetv2-12-fp32-from-int8.onnx");
    private static final Path GPT2 = MODELS.resolve("transformer/gpt2_past.onnx");

    @TempDir private Path folder;

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Workbench workbench = Benches.empty(new SampleEngine(), texts);
    private final GraphViewModel graph = new GraphViewModel(new DirectJobs(), texts);
    private final OverlayViewModel model =
            new OverlayViewModel(workbench, graph, new DirectJobs(), texts);
    private Optional<Path> answer = Optional.empty();

    @Start
    void show(Stage stage) {
        var view = new GraphView(graph, texts);
        view.putAboveLegend(new OverlayBar(model, new GivenFile(), texts));
        stage.setScene(new Scene(view, 900, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.setWidth(900); // one stage serves all tests and keeps the size of the last
        stage.setHeight(700);
    }

    @BeforeEach
    void openMobileNet(FxRobot robot) {
        open(robot, MOBILENET);
    }

    private void open(FxRobot robot, Path file) {
        robot.interact(() -> {
            workbench.open(file);
            var version = workbench.currentProperty().get().orElseThrow();
            graph.show(version.model(), version.types());
        });
    }

    @Test
    void aMenuChoosesWhatColoursTheLayers(FxRobot robot) {
        choose(robot, "macs");

        assertThat(boxes(BoxRole.NODE)).isNotEmpty().allMatch(box -> rating(box).isPresent());
        assertThat(boxes(BoxRole.NODE)).anyMatch(box -> share(box) == 1);
        assertThat(robot.lookup("#overlay-choice").queryAs(MenuButton.class).getText())
                .isEqualTo("MACs");
        assertThat(words(robot)).contains("0", "20.1 M").noneMatch(w -> w.startsWith("Groups"));
    }

    @Test
    void theScaleFitsTheLayersOnceTheirGroupsAreOpen(FxRobot robot) {
        open(robot, GPT2);
        choose(robot, "weights");
        assertThat(boxes(BoxRole.GROUP)).isNotEmpty().allMatch(box -> share(box) >= 0);
        assertThat(words(robot)).contains("Groups: sum of their layers");
        var closed = graph.overlayProperty().get().scale();

        robot.interact(graph::openAll);

        assertThat(boxes(BoxRole.NODE)).anyMatch(box -> share(box) == 1);
        assertThat(graph.overlayProperty().get().scale()).isNotEqualTo(closed);
    }

    @Test
    void enterInTheListOfTheHighestSelectsALayer(FxRobot robot) {
        choose(robot, "parameters");
        robot.clickOn("#overlay-list");

        robot.clickOn("#overlay-top");
        robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.ENTER);

        assertThat(graph.selectedLayers()).containsExactly(model.top().get(1).layer());
    }

    @Test
    void theListIsAsLongAsIsTypedAndIsCopied(FxRobot robot) {
        choose(robot, "parameters");
        robot.clickOn("#overlay-list");

        robot.doubleClickOn("#overlay-top-count").write("3").type(KeyCode.ENTER);
        robot.clickOn("#overlay-top-copy");

        assertThat(model.top()).hasSize(3);
        var copied =
                WaitForAsyncUtils.waitForAsyncFx(1000, Clipboard.getSystemClipboard()::getString);
        assertThat(copied.lines()).hasSize(3).allMatch(line -> line.contains("\t"));
    }

    @Test
    void theScaleIsSwitchedToLogarithms(FxRobot robot) {
        choose(robot, "parameters");

        robot.clickOn("#overlay-steps-logarithmic");

        assertThat(model.stepsProperty().get()).isEqualTo(Steps.LOGARITHMIC);
        assertThat(graph.overlayProperty().get().scale().lowest()).isNotEqualTo("0");
    }

    @Test
    void theKeyboardAloneChoosesAndSwitchesOff(FxRobot robot) {
        robot.interact(() -> robot.lookup("#overlay-choice").query().requestFocus());

        robot.type(KeyCode.SPACE).type(KeyCode.DOWN, 2).type(KeyCode.ENTER);
        assertThat(graph.overlayProperty().get().title()).isEqualTo("MACs");

        robot.type(KeyCode.SPACE).type(KeyCode.DOWN, 1).type(KeyCode.ENTER);
        assertThat(graph.overlayProperty().get().isNone()).isTrue();
    }

    @Test
    void valuesAreImportedFromAFile(FxRobot robot) throws IOException {
        var file = folder.resolve("drop in accuracy.json");
        Files.writeString(
                file,
                """
                {"title": "Accuracy lost", "unit": "%", "groups": "max",
                 "values": {"Conv_95_quant": 0.5, "Conv_5_quant": 2.25, "Conv_999": 1}}
                """);
        answer = Optional.of(file);

        choose(robot, "import");

        assertThat(model.top()).extracting(TopLayer::value).containsExactly("2.25 %", "0.5 %");
        assertThat(words(robot))
                .contains(
                        "drop in accuracy.json: 2 of 3 names found; not in this model: Conv_999.",
                        "No value");
    }

    private static void choose(FxRobot robot, String item) {
        robot.clickOn("#overlay-choice").clickOn("#overlay-" + item);
    }

    private List<String> words(FxRobot robot) {
        return robot.lookup("#graph-legend").lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private List<PictureBox> boxes(BoxRole role) {
        return graph.pictureProperty().get().graph().boxes().stream()
                .map(PlacedBox::box)
                .filter(box -> box.role() == role)
                .toList();
    }

    private Optional<Rating> rating(PictureBox box) {
        return graph.overlayProperty().get().ratingOf(box);
    }

    private double share(PictureBox box) {
        return rating(box).map(Rating::share).orElse(OptionalDouble.empty()).orElse(-1);
    }

    /// Answers with the file of the moment.
    private final class GivenFile implements PathChooser {
        @Override
        public Optional<Path> openFile(Request request) {
            return answer;
        }

        @Override
        public Optional<Path> saveFile(Request request) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> openFolder(Request request) {
            return Optional.empty();
        }
    }
}
