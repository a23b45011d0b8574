package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.tensor.ModelArrays;
import dev.lathe.model.tensor.NpyFile;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.form.PathChooser.Request;
import dev.lathe.ui.form.ProgressRow;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Saves arrays in the formats of NumPy and shows how far that is, and then where they are.
final class NpyExport extends VBox {
    private static final int LONGEST_NAME = 80;
    private final Texts texts;
    private final TensorDesk desk;
    private final Label outcome = new Label();
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", -1);
    private Jobs.Handle job = Jobs.Handle.NONE;

    /// Writes a file.
    @FunctionalInterface
    interface Writing {
        void write(Path target, Progress progress) throws IOException, InterruptedException;
    }

    /// An export.
    ///
    /// @param suffix of the ids of what is in it
    NpyExport(String suffix, TensorDesk desk) {
        this.desk = desk;
        this.texts = desk.texts();
        outcome.setId("tensor-saved" + suffix);
        outcome.getStyleClass().add("hint");
        outcome.setWrapText(true);
        outcome.visibleProperty().bind(outcome.textProperty().isNotEmpty());
        outcome.managedProperty().bind(outcome.visibleProperty());
        var row =
                new ProgressRow(
                        "tensor-saving" + suffix,
                        running,
                        progress,
                        texts.text("tensor.saving"),
                        texts.text("tensor.cancel"),
                        () -> job.cancel());
        getStyleClass().add("tensor-export");
        getChildren().setAll(row, outcome);
        visibleProperty().bind(running.or(outcome.visibleProperty()));
        managedProperty().bind(visibleProperty());
    }

    /// Asks where to save a tensor and saves it there.
    void save(String tensor, NpyFile file) {
        ask("*.npy", fileName(tensor) + ".npy")
                .ifPresent(target ->
                        start(
                                target,
                                file::write,
                                texts.text(
                                        "tensor.saved",
                                        target.getFileName(),
                                        Units.bytes(file.size()))));
    }

    /// Asks where to save all constants of a model and saves them there.
    void saveAll(ModelGraph model) {
        var name = model.origin().map(o -> o.file().getFileName().toString()).orElse("model");
        ask("*.npz", fileName(name.replaceAll("\\.[^.]*$", "")) + ".npz")
                .ifPresent(target -> {
                    var file = ModelArrays.of(model.graph());
                    start(
                            target,
                            file::write,
                            texts.text(
                                    "tensor.saved.all",
                                    target.getFileName(),
                                    file.names().size(),
                                    Units.bytes(file.size()),
                                    file.leftOut().size()));
                });
    }

    private Optional<Path> ask(String pattern, String suggested) {
        return desk.paths()
                .saveFile(
                        new Request(
                                texts.now("tensor.save.title"),
                                texts.now("tensor.save.kind"),
                                List.of(pattern),
                                suggested));
    }

    private void start(Path target, Writing writing, ObservableValue<String> done) {
        outcome.textProperty().unbind();
        outcome.setText("");
        running.set(true);
        job =
                desk.jobs()
                        .start(
                                new Job<Path>(
                                        texts.now("tensor.job.save", target.getFileName()),
                                        told -> {
                                            writing.write(target, told);
                                            return target;
                                        },
                                        _ -> {
                                            running.set(false);
                                            outcome.textProperty().bind(done);
                                        },
                                        this::failed,
                                        () -> running.set(false)));
        progress.bind(job.progressProperty());
    }

    private void failed(Exception failure) {
        running.set(false);
        outcome.setText(desk.problems().report(failure));
    }

    /// A name that file systems take: without separators and other characters of theirs.
    static String fileName(String name) {
        var plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "_").replaceAll("^[_.]+", "");
        var kept = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        return kept.isBlank() ? "tensor" : kept;
    }
}
