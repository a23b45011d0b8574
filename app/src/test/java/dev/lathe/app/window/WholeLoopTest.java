package dev.lathe.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.app.context.AppContext;
import dev.lathe.export.pack.PackageVerifier;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.runner.RunnerLaunch;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.settings.ConfigFolder;
import dev.lathe.ui.settings.WindowLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WholeLoopTest {
    private static final int PATIENCE_S = 180;

    private final AppContext context = new AppContext(RunnerLaunch.ofThisProcess());

    @TempDir Path folder = Path.of("");
    private Optional<LatheWindow> window = Optional.empty();

    @Start
    void show(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        var made =
                new LatheWindow(
                        stage, context, ConfigFolder.in(folder.resolve("user")), new InTheFolder());
        made.preferences().layoutProperty().set(new WindowLayout(1600, 980, 0.19, 0.21, 0.35));
        made.show();
        stage.setWidth(1600);
        stage.setHeight(980);
        window = Optional.of(made);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window().close());
        context.close();
    }

    @Test
    void opensPrunesQuantizesProfilesAndExportsTheSampleByClicking(FxRobot robot) throws Exception {
        click(robot, "#sample-fashion-cnn");
        click(robot, "#area-compress");
        click(robot, "#compress-prune");
        click(robot, "#compress-method-quantize");
        click(robot, "#compress-quantize");
        click(robot, "#area-profile");
        click(robot, "#profile-start");
        click(robot, "#area-export");
        click(robot, "#export-folder");
        click(robot, "#export-start");

        assertThat(versions()).hasSize(3);
        var quantized = versions().getLast();
        assertThat(quantized.fileBytes()).isLessThan(versions().getFirst().fileBytes() / 2);
        assertThat(quantized.profile()).isPresent();
        assertThat(top1(quantized)).isGreaterThan(top1(versions().get(1)) - 0.01);
        assertThat(window().workbench().problems().list()).isEmpty();
        var verified = PackageVerifier.verify(exportedPackage(), context.runner(), Progress.NONE);
        assertThat(verified.problems()).isEmpty();
    }

    @Test
    void undoBringsTheOriginalBack(FxRobot robot) throws Exception {
        click(robot, "#sample-fashion-cnn");
        click(robot, "#area-compress");
        click(robot, "#compress-prune");
        assertThat(window().workbench().currentProperty().get()).map(Version::step).contains(1);

        click(robot, "#versions-undo");

        assertThat(versions()).hasSize(1);
        click(robot, "#versions-redo");
        assertThat(versions()).hasSize(2);
    }

    @Test
    void aFileThatIsNoModelIsRefusedInASentenceAndTheWindowLivesOn(FxRobot robot) throws Exception {
        var file = Files.writeString(folder.resolve("notes.onnx"), "not a model");
        robot.interact(() -> window().workbench().open(file));
        settle(robot);
        assertThat(window().workbench().problems().list())
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("Cannot open " + file);

        click(robot, "#sample-fashion-cnn");

        assertThat(versions()).hasSize(1);
    }

    private LatheWindow window() {
        return window.orElseThrow();
    }

    private List<Version> versions() {
        return window().workbench().versions();
    }

    private static double top1(Version version) {
        return version.evaluation().orElseThrow().top1();
    }

    private Path exportedPackage() throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".zip")).findFirst().orElseThrow();
        }
    }

    /// Clicks when the control can be clicked, and waits until what that starts has ended.
    private void click(FxRobot robot, String control) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_S,
                TimeUnit.SECONDS,
                () -> robot.lookup(control).tryQuery().filter(n -> !n.isDisabled()).isPresent());
        robot.interact(() -> scrollTo(robot.lookup(control).query()));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(control);
        settle(robot);
    }

    /// Turns the panes around a control until it is in the middle of them.
    private static void scrollTo(Node node) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane && pane.getContent() != null) {
                var content = pane.getContent();
                var place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double seen = pane.getViewportBounds().getHeight();
                double hidden = content.getBoundsInLocal().getHeight() - seen;
                if (hidden > 0) {
                    pane.setVvalue(Math.clamp((place.getCenterY() - seen / 2) / hidden, 0, 1));
                }
            }
        }
    }

    private void settle(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(
                PATIENCE_S, TimeUnit.SECONDS, () -> window().jobs().running().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        robot.sleep(250); // what the last job changed may move other controls
    }

    /// Answers every question for a place with the test's folder.
    private final class InTheFolder implements PathChooser {
        @Override
        public Optional<Path> openFile(Request request) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveFile(Request request) {
            return Optional.of(folder.resolve(request.suggestedName()));
        }

        @Override
        public Optional<Path> openFolder(Request request) {
            return Optional.of(folder);
        }
    }
}
