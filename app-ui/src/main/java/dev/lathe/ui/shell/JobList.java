package dev.lathe.ui.shell;

import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.job.RunningJob;
import dev.lathe.ui.text.Texts;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The running jobs with their progress, each with a button that cancels it.
final class JobList extends VBox {
    private final Jobs jobs;
    private final Texts texts;

    JobList(Jobs jobs, Texts texts) {
        this.jobs = jobs;
        this.texts = texts;
        setId("job-list");
        getStyleClass().add("job-list");
        jobs.running().addListener((InvalidationListener) _ -> update());
        update();
    }

    private void update() {
        getChildren().setAll(jobs.running().stream().map(this::row).toList());
    }

    private Node row(RunningJob job) {
        var title = new Label(job.title());
        var bar = new ProgressBar();
        bar.progressProperty().bind(job.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(job.title());
        var cancel = IconButtons.of("job-cancel", Feather.X, texts.text("job.cancel"));
        cancel.setOnAction(_ -> job.cancel());
        var row = new BorderPane(bar, title, cancel, null, null);
        row.getStyleClass().add("job-row");
        return row;
    }
}
