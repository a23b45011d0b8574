package dev.lathe.ui.shell;

import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;

/// The bar at the bottom: what was done last, the model in figures, jobs and messages.
final class StatusLine extends StatusBar {

    StatusLine(Workbench workbench, Jobs jobs, Texts texts) {
        setId("status-line");
        getStyleClass().add("status-line");
        setText("");
        getLeftItems().add(status(workbench));
        getRightItems()
                .addAll(
                        new ModelFigures(workbench, texts),
                        new JobsButton(jobs, texts),
                        new MessagesButton(workbench.problems(), texts));
    }

    private static Label status(Workbench workbench) {
        var status = new Label();
        status.setId("status");
        status.textProperty().bind(workbench.statusProperty());
        status.setMinWidth(0);
        return status;
    }
}
