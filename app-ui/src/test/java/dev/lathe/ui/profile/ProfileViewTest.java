package dev.lathe.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Answers;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.Panes;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.text.Texts;
import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ProfileViewTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ToyEngine engine = new ToyEngine();
    private final Workbench workbench = Benches.opened(engine, texts);
    private final ProfileViewModel model = new ProfileViewModel(workbench, texts);

    @Start
    void show(Stage stage) {
        Panes.show(stage, new ProfileView(model, new DirectJobs(), texts, Answers.NONE));
    }

    @Test
    void aClickMeasuresAndShowsTheMedian(FxRobot robot) {
        robot.clickOn("#profile-start");

        assertThat(Panes.words(robot, "profile-median")).isEqualTo("0.800 ms");
        assertThat(Panes.words(robot, "profile-validity")).isEqualTo("Valid");
        assertThat(Panes.words(robot, "profile-memory-process")).isEqualTo("—");
    }

    @Test
    void aRunnerThatDiesLeavesThePaneUsable(FxRobot robot) {
        engine.failWith("The runner stopped while it measured the model; try again.");

        robot.clickOn("#profile-start");

        assertThat(Panes.isShown(robot, "profile-problem")).isTrue();
        assertThat(robot.lookup("#profile-start").query().isDisabled()).isFalse();
    }

    @Test
    void anOperatorSelectsItsLayerInTheGraph(FxRobot robot) {
        robot.clickOn("#profile-start");
        TableView<OperatorRow> table = robot.lookup("#profile-operators").queryTableView();

        robot.interact(() -> table.getSelectionModel().select(1));

        assertThat(workbench.selectedLayers()).containsExactly("fc");
    }
}
