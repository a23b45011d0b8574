package dev.lathe.ui.data;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.Datasets;
import dev.lathe.model.data.Preprocess;
import dev.lathe.model.data.Presets;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.job.Jobs.Handle;
import dev.lathe.ui.session.DataChoice;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The choice of a data set. What cannot be opened is refused in a sentence, and the choice before
/// stays.
public final class DataPickerModel {
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ObjectProperty<String> preset;
    private final ObjectProperty<Optional<DataChoice>> choice;
    private final Jobs jobs;
    private final Texts texts;
    private Handle opening = Handle.NONE;
    private boolean following;

    /// A picker for a choice that others see.
    public DataPickerModel(ObjectProperty<Optional<DataChoice>> choice, Jobs jobs, Texts texts) {
        this.choice = choice;
        this.jobs = jobs;
        this.texts = texts;
        this.preset = new SimpleObjectProperty<>(this, "preset", presetOf(choice.get()));
        choice.subscribe(this::follow);
        preset.subscribe((_, _) -> reopen());
    }

    /// The chosen data.
    ObjectProperty<Optional<DataChoice>> choiceProperty() {
        return choice;
    }

    /// The name of the preprocessing. Another one opens the data again.
    ObjectProperty<String> presetProperty() {
        return preset;
    }

    static List<String> presets() {
        return Presets.names();
    }

    /// Why the last choice was refused; empty if it was not.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// How many samples and classes the data have; empty if there are none.
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// Opens data to see whether they can be used, and chooses them if so.
    void open(Path path) {
        var name = preset.get();
        var preprocess = Presets.find(name);
        if (preprocess.isPresent()) {
            check(DataChoice.of(path, preprocess.get()));
        }
    }

    private void reopen() {
        if (!following) {
            choice.get().ifPresent(data -> open(data.path()));
        }
    }

    private void check(DataChoice data) {
        opening.cancel();
        opening =
                jobs.start(
                        new Job<>(
                                texts.now("data.job", data.name()),
                                _ -> Datasets.open(data.path(), data.preprocess()),
                                opened -> accept(data, opened),
                                this::refuse));
    }

    private void accept(DataChoice data, Dataset opened) {
        problem.set("");
        if (!choice.get().equals(Optional.of(data))) {
            choice.set(Optional.of(data));
        }
        describe(opened);
    }

    private void refuse(Exception failure) {
        problem.set(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
    }

    /// A choice that was made elsewhere, such as that of a sample, shows here too.
    private void follow(Optional<DataChoice> data) {
        problem.set("");
        summary.set("");
        following = true;
        data.flatMap(d -> nameOf(d.preprocess())).ifPresent(preset::set);
        following = false;
        data.ifPresent(this::check);
    }

    private void describe(Dataset opened) {
        var samples = String.format(Locale.ROOT, "%,d", opened.size());
        summary.set(
                opened.isLabelled()
                        ? texts.now("data.labelled", samples, opened.labels().size())
                        : texts.now("data.unlabelled", samples));
    }

    private static String presetOf(Optional<DataChoice> choice) {
        return choice.flatMap(data -> nameOf(data.preprocess())).orElse(Presets.names().getFirst());
    }

    private static Optional<String> nameOf(Preprocess preprocess) {
        return Presets.names().stream()
                .filter(name -> Presets.find(name).equals(Optional.of(preprocess)))
                .findFirst();
    }
}
