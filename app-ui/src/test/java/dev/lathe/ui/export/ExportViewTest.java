package dev.lathe.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.testing.Answers;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.Panes;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.testing.ZeroRunner;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ExportViewTest {
    @TempDir static Path folder;
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<Path> shown = new ArrayList<>();

    @Start
    void show(Stage stage) {
        var workbench = Benches.opened(new ToyEngine(), texts);
        var model = new ExportViewModel(workbench, new DirectJobs(), texts, new ZeroRunner());
        Panes.show(
                stage, new ExportView(model, texts, new Answers(Optional.of(folder)), shown::add));
    }

    @Test
    void writesAndVerifiesAPackageWhereItWasToldTo(FxRobot robot) {
        assertThat(Panes.words(robot, "export-start-obstacle")).contains("Choose a folder");

        robot.clickOn("#export-folder").clickOn("#export-start");

        assertThat(folder.resolve("toy-onnx-1.0.0.zip")).exists();
        assertThat(Panes.isShown(robot, "export-verified")).isTrue();
        assertThat(Panes.isShown(robot, "export-broken")).isFalse();

        robot.clickOn("#export-show-folder");
        assertThat(shown).containsExactly(folder);
    }

    @Test
    void saysWhichFiguresAreMissingAndMeasuresThem(FxRobot robot) {
        assertThat(Panes.words(robot, "export-metric-latency")).isEqualTo("not measured");

        robot.clickOn("#export-profile");

        assertThat(Panes.words(robot, "export-metric-latency")).isEqualTo("0.800 ms");
        assertThat(Panes.isShown(robot, "export-profile")).isFalse();
    }
}
