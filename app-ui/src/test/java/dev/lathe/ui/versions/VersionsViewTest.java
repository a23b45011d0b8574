package dev.lathe.ui.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Answers;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.Panes;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class VersionsViewTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Workbench workbench = Benches.opened(new ToyEngine(), texts);

    private final List<String> compared = new ArrayList<>();
    private final Comparing comparing =
            new Comparing() {
                @Override
                public void versions(int before, int after) {
                    compared.add(before + " " + after);
                }

                @Override
                public void withFile(int step) {
                    compared.add(step + " file");
                }
            };

    @Start
    void show(Stage stage) {
        Panes.show(
                stage,
                new VersionsView(
                        new VersionsViewModel(workbench, texts), texts, Answers.NONE, comparing));
    }

    @Test
    void aClickShowsAnEarlierVersion(FxRobot robot) {
        robot.interact(this::prune);

        robot.clickOn("#version-0");

        assertThat(workbench.currentProperty().get()).map(Version::step).contains(0);
    }

    @Test
    void undoTakesTheLastEditBack(FxRobot robot) {
        robot.interact(this::prune);
        var undo = robot.lookup("#versions-undo").queryAs(Button.class);
        assertThat(undo.getTooltip().getText()).isEqualTo("Undo: Prune 50 %");

        robot.clickOn("#versions-undo");

        assertThat(workbench.versions()).hasSize(1);
        assertThat(undo.isDisabled()).isTrue();
    }

    @Test
    void theMenuMeasuresAllVersions(FxRobot robot) {
        robot.interact(this::prune);

        robot.clickOn("#versions-measure").clickOn("#versions-profile-all");

        assertThat(workbench.versions()).allMatch(version -> version.profile().isPresent());
    }

    @Test
    void theMenuComparesVersionsAndFiles(FxRobot robot) {
        robot.interact(this::prune);

        robot.clickOn("#versions-compare").clickOn("#versions-compare-original");
        robot.clickOn("#versions-compare").clickOn("#versions-compare-file");

        assertThat(compared).containsExactly("0 1", "1 file");
    }

    private void prune() {
        workbench.apply(new PruneMagnitude(0.5, PruneScope.GLOBAL, LayerSelection.ALL));
    }
}
