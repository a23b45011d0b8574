package dev.lathe.ui.shell;

import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bar at the bottom: what was done last, the model in figures, jobs and messages.
final class StatusLine extends HBox {

    StatusLine(Workbench workbench, Jobs jobs, Texts texts) {
        setId("status-line");
        getStyleClass().add("status-line");
        var status = new Label();
        status.setId("status");
        status.textProperty().bind(workbench.statusProperty());
        status.setMinWidth(0);
        var spacer = new Region();
        setHgrow(spacer, Priority.ALWAYS);
        getChildren()
                .setAll(
                        status,
                        spacer,
                        new ModelFigures(workbench, texts),
                        new JobsButton(jobs, texts),
                        new MessagesButton(workbench.problems(), texts));
    }
}
