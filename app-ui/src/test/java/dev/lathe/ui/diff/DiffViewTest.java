package dev.lathe.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.resources.Stylesheets;
import dev.lathe.ui.graph.GraphView;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Answers;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.Panes;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class DiffViewTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ToyEngine engine = new ToyEngine();
    private final Workbench workbench = Benches.opened(engine, texts);
    private final DiffViewModel diff =
            new DiffViewModel(workbench, engine, new DirectJobs(), texts);

    @Start
    void show(Stage stage) {
        workbench.apply(new PruneMagnitude(0.5, PruneScope.GLOBAL, LayerSelection.ALL));
        var view =
                new DiffView(
                        diff,
                        new SimpleObjectProperty<>(KindPalette.LIGHT),
                        new Answers(Optional.of(Path.of("other.onnx"))),
                        texts);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        var scene = new Scene(view, 1200, 700);
        scene.getStylesheets().setAll(Stylesheets.light());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1200); // one stage serves all tests and keeps the size of the last
        stage.setHeight(700);
        stage.setScene(scene);
        stage.show();
        diff.compareVersions(0, 1);
    }

    @Test
    void f7WalksTheChangesInBothPictures(FxRobot robot) {
        robot.clickOn("#diff-list").type(KeyCode.F7);

        assertThat(Panes.words(robot, "diff-details-title")).isEqualTo("MatMul");
        assertThat(diff.graph(Side.BEFORE).selectedLayers()).containsExactly("fc");
        assertThat(diff.graph(Side.AFTER).selectedLayers()).containsExactly("fc");
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);
    }

    @Test
    void bothPicturesLookAtTheSamePlaceWhileLinked(FxRobot robot) {
        var before = view(robot, Side.BEFORE);
        var after = view(robot, Side.AFTER);

        robot.interact(() -> {
            before.requestFocus();
            before.fireEvent(press());
            before.look(40, 60, 1.5);
        });
        assertThat(after.seenProperty().get().y()).isEqualTo(before.seenProperty().get().y());

        robot.clickOn("#diff-follow");
        robot.interact(() -> before.look(10, 20, 2));
        assertThat(after.seenProperty().get().y()).isNotEqualTo(before.seenProperty().get().y());
    }

    @Test
    void oneClickShowsBothModelsInOnePicture(FxRobot robot) {
        robot.clickOn("#diff-mode-merged");

        assertThat(Panes.isShown(robot, "diff-graph-merged")).isTrue();
        assertThat(Panes.isShown(robot, "diff-graph-before")).isFalse();
        assertThat(diff.graph(Side.MERGED).pictureProperty().get().graph().nodes()).isEqualTo(3);
    }

    @Test
    void kindsOfChangesAreSwitchedOff(FxRobot robot) {
        assertThat(count(robot)).isEqualTo("2");

        robot.clickOn("#diff-kind-changed");

        assertThat(count(robot)).isEqualTo("0 / 2");
    }

    @Test
    void typingFiltersAndEnterGoesToWhatIsFound(FxRobot robot) {
        robot.clickOn("#diff-filter").write("matmul").type(KeyCode.ENTER);

        assertThat(count(robot)).isEqualTo("1 / 2");
        assertThat(diff.graph(Side.AFTER).selectedLayers()).containsExactly("fc");

        robot.type(KeyCode.ESCAPE);
        assertThat(count(robot)).isEqualTo("2");
        assertThat(diff.openProperty().get()).isTrue();
    }

    @Test
    void theListIsCopiedAsText(FxRobot robot) {
        robot.clickOn("#diff-copy");

        robot.interact(() ->
                assertThat(Clipboard.getSystemClipboard().getString())
                        .startsWith("~ Conv conv1: w1: float32"));
    }

    @Test
    void aFileTakesTheSideThatItIsChosenFor(FxRobot robot) {
        robot.clickOn("#diff-after").clickOn("A file…");

        assertThat(diff.sourceProperty(Side.AFTER).get())
                .map(DiffSource::name)
                .contains("other.onnx");
        assertThat(diff.stateProperty().get()).isEqualTo(DiffState.IDENTICAL);
        assertThat(Panes.isShown(robot, "diff-identical")).isTrue();

        robot.clickOn("#diff-other-after").clickOn("1 · Prune 50 %");
        assertThat(diff.stateProperty().get()).isEqualTo(DiffState.READY);
    }

    @Test
    void escapeClosesTheComparison(FxRobot robot) {
        robot.clickOn("#diff-list").type(KeyCode.ESCAPE);

        assertThat(diff.openProperty().get()).isFalse();
    }

    private static MouseEvent press() {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                1,
                1,
                1,
                1,
                MouseButton.MIDDLE,
                1,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                null);
    }

    private static GraphView view(FxRobot robot, Side side) {
        return robot.lookup("#diff-graph-" + side.word()).queryAs(GraphView.class);
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#diff-list").queryListView();
    }

    private static String count(FxRobot robot) {
        return robot.lookup("#diff-count").queryAs(Label.class).getText();
    }
}
