package dev.lathe.ui.compress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.edit.Edit.Simplify;
import dev.lathe.model.simplify.Pass;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Answers;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.Panes;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CompressViewTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Workbench workbench = Benches.empty(new ToyEngine(), texts);

    @Start
    void show(Stage stage) {
        var jobs = new DirectJobs();
        Panes.show(
                stage,
                new CompressView(
                        new CompressViewModel(workbench, jobs, texts),
                        jobs,
                        texts,
                        new Answers(Optional.of(Path.of("no-such-data")))));
    }

    @Test
    void withoutAModelItSaysWhatToDo(FxRobot robot) {
        assertThat(Panes.isShown(robot, "compress-prune")).isFalse();
        assertThat(robot.lookup("No model is open").tryQuery()).isPresent();
    }

    @Test
    void aTypedAmountPrunes(FxRobot robot) {
        open(robot);
        robot.doubleClickOn("#compress-amount").write("25").type(KeyCode.ENTER);
        assertThat(Panes.words(robot, "compress-preview")).isEqualTo("6 of 26 weights become zero");

        robot.clickOn("#compress-prune");

        assertThat(workbench.versions()).hasSize(2);
        assertThat(Panes.isShown(robot, "compress-outcome")).isTrue();
    }

    @Test
    void dataThatCannotBeOpenedAreRefusedInASentence(FxRobot robot) {
        open(robot);
        robot.clickOn("#compress-method-quantize");

        robot.clickOn("#compress-calibration-source").clickOn("#compress-calibration-folder");

        assertThat(Panes.isShown(robot, "compress-calibration-problem")).isTrue();
        assertThat(Panes.words(robot, "compress-quantize-obstacle")).contains("calibration data");
    }

    @Test
    void theSpaceBarLeavesALayerOut(FxRobot robot) {
        open(robot);
        TableView<LayerItem> table = robot.lookup("#compress-prune-layers").queryTableView();
        robot.interact(() -> table.getSelectionModel().select(0));
        robot.interact(table::requestFocus);

        robot.type(KeyCode.SPACE);

        assertThat(Panes.words(robot, "compress-prune-layers-count")).isEqualTo("1 of 2 layers");
    }

    @Test
    void dynamicQuantizationNeedsNoData(FxRobot robot) {
        open(robot);
        robot.clickOn("#compress-method-quantize").clickOn("#compress-mode-dynamic");

        robot.clickOn("#compress-quantize");

        assertThat(workbench.versions()).hasSize(2);
    }

    @Test
    void simplifyingLeavesOutWhatIsNotTicked(FxRobot robot) {
        open(robot);
        robot.clickOn("#compress-method-simplify").clickOn("#compress-pass-casts");

        robot.interact(() -> button(robot, "compress-simplify").fire());

        assertThat(workbench.versions()).hasSize(2);
        assertThat(workbench.versions().getLast().edit())
                .contains(new Simplify(OptionalLong.empty(), EnumSet.of(Pass.CASTS)));
    }

    @Test
    void withoutAnyRewriteThereIsNothingToSimplify(FxRobot robot) {
        open(robot);
        robot.clickOn("#compress-method-simplify");

        for (Pass pass : Pass.values()) {
            robot.interact(() -> box(robot, pass).setSelected(false));
        }

        assertThat(button(robot, "compress-simplify").isDisabled()).isTrue();
        assertThat(Panes.words(robot, "compress-simplify-obstacle")).contains("Tick at least one");
    }

    @Test
    void theWordsFollowTheLanguage(FxRobot robot) {
        open(robot);

        robot.interact(() -> texts.switchTo(Locale.SIMPLIFIED_CHINESE));

        assertThat(Panes.words(robot, "compress-prune")).isEqualTo("剪枝");
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryButton();
    }

    private static CheckBox box(FxRobot robot, Pass pass) {
        return robot.lookup("#compress-pass-" + pass.word()).queryAs(CheckBox.class);
    }

    private void open(FxRobot robot) {
        robot.interact(() -> workbench.open(Path.of("toy.onnx")));
    }
}
