package dev.lathe.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.shape.ShapeInference;
import dev.lathe.ui.graph.GraphView;
import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.testing.Answers;
import dev.lathe.ui.testing.Panes;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
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
class PictureWindowTest {
    @TempDir static Path folder;
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<Path> shown = new ArrayList<>();
    private final GraphViewModel graph = new GraphViewModel(new DirectJobs(), texts);
    private Optional<PictureViewModel> made = Optional.empty();

    @Start
    void show(Stage stage) {
        var model = ToyEngine.model();
        var view = new GraphView(graph, texts);
        graph.show(model, ShapeInference.infer(model));
        Panes.show(stage, new StackPane(view));
        var jobs = new DirectJobs();
        var picture =
                new PictureViewModel(
                        graph, view, jobs, new Problems(texts, Clock.systemUTC()), texts);
        made = Optional.of(picture);
        new PictureWindow(
                        picture,
                        () -> "toy.onnx",
                        new Answers(Optional.of(folder.resolve("toy"))),
                        shown::add,
                        scene -> scene.getStylesheets().setAll(stage.getScene().getStylesheets()),
                        texts)
                .show(stage);
    }

    @AfterEach
    void hide(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> robot.lookup("#picture").query().getScene().getWindow().hide());
    }

    @Test
    void theWholeGraphIsWrittenAsAnImage(FxRobot robot) throws IOException {
        robot.clickOn("#picture-write");

        var image = ImageIO.read(folder.resolve("toy.png").toFile());
        var laidOut = graph.pictureProperty().get().graph();
        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(laidOut.width() * 2));
        assertThat(Panes.isShown(robot, "picture-written")).isTrue();
        robot.clickOn("#picture-show");
        assertThat(shown).containsExactly(folder.toAbsolutePath());
    }

    @Test
    void aDrawingOfTheSelectionHasTheNamesOfWhatItShows(FxRobot robot) throws IOException {
        robot.clickOn("#picture-part-selection");
        assertThat(Panes.words(robot, "picture-write-obstacle")).startsWith("Select layers");

        select("relu1");
        robot.clickOn("#picture-format-svg");
        robot.clickOn("#picture-write");

        assertThat(Files.readString(folder.resolve("toy.svg")))
                .contains("<title>relu1</title>")
                .doesNotContain("<title>fc</title>");
    }

    @Test
    void aWidthInPixelsSetsTheScale(FxRobot robot) {
        robot.doubleClickOn("#picture-width").write("1000\n");

        var frame = picture().frame().get().orElseThrow();
        assertThat(frame.width()).isEqualTo(1000);
        assertThat(Panes.words(robot, "picture-size")).startsWith("1,000 × ");
    }

    @Test
    void anImageThatIsTooLargeIsRefusedWithAWayOut(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> picture().scaleProperty().set(5000));

        assertThat(robot.lookup("#picture-write").query().isDisabled()).isTrue();
        assertThat(Panes.words(robot, "picture-write-obstacle")).startsWith("Too large for PNG");
        robot.clickOn("#picture-format-svg");
        assertThat(robot.lookup("#picture-write").query().isDisabled()).isFalse();
    }

    private void select(String layer) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> graph.selectedLayers().add(layer));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private PictureViewModel picture() {
        return made.orElseThrow();
    }
}
