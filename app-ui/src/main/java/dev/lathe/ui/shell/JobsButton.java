package dev.lathe.ui.shell;

import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.job.RunningJob;
import dev.lathe.ui.text.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/// The job that runs, with its progress; a click lists all of them. Gone while there is none, and
/// while what runs may be done before people can read its title.
final class JobsButton extends Button {
    private final Jobs jobs;
    private final ProgressBar bar = new ProgressBar();
    private final Label title = new Label();
    private final PauseTransition patience = new PauseTransition(Duration.millis(200));

    JobsButton(Jobs jobs, Texts texts) {
        this.jobs = jobs;
        setId("jobs");
        getStyleClass().addAll("flat", "status-button");
        accessibleTextProperty().bind(texts.text("shell.jobs"));
        title.setId("job-title");
        var content = new HBox(title, bar);
        content.getStyleClass().add("job-summary");
        setGraphic(content);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        patience.setOnFinished(_ -> setVisible(!jobs.running().isEmpty()));
        var popover = popover(texts);
        setOnAction(_ -> popover.show(this));
        jobs.running().addListener((InvalidationListener) _ -> update(popover));
        update(popover);
    }

    private PopOver popover(Texts texts) {
        var popover = new PopOver(new JobList(jobs, texts));
        popover.setArrowLocation(ArrowLocation.BOTTOM_RIGHT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        return popover;
    }

    private void update(PopOver popover) {
        var running = jobs.running();
        if (running.isEmpty()) {
            patience.stop();
            setVisible(false);
        } else if (!isVisible()) {
            patience.play();
        }
        bar.progressProperty().unbind();
        if (running.isEmpty()) {
            popover.hide();
            title.setText("");
        } else {
            show(running.getFirst(), running.size());
        }
    }

    private void show(RunningJob job, int count) {
        title.setText(count == 1 ? job.title() : job.title() + " +" + (count - 1));
        bar.progressProperty().bind(job.progressProperty());
    }
}
