package dev.lathe.ui.compress;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.Simplify;
import dev.lathe.model.edit.EditReport;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Activity;
import dev.lathe.ui.session.DataChoice;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;

/// What the compression pane shows and can do. Edits are made to the latest version.
public final class CompressViewModel {
    private final ReadOnlyObjectWrapper<Optional<Version>> latest =
            new ReadOnlyObjectWrapper<>(this, "latest", Optional.empty());
    private final PruneViewModel pruning;
    private final QuantizeViewModel quantizing = new QuantizeViewModel();
    private final SimplifyViewModel simplifying = new SimplifyViewModel();
    private final Workbench workbench;
    private final Texts texts;

    public CompressViewModel(Workbench workbench, Jobs jobs, Texts texts) {
        this.workbench = workbench;
        this.texts = texts;
        this.pruning = new PruneViewModel(jobs, texts);
        workbench.versions().addListener((ListChangeListener<Version>) _ -> follow());
        follow();
    }

    PruneViewModel pruning() {
        return pruning;
    }

    QuantizeViewModel quantizing() {
        return quantizing;
    }

    SimplifyViewModel simplifying() {
        return simplifying;
    }

    /// The version that the next edit is made to.
    ReadOnlyObjectProperty<Optional<Version>> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /// The data to find ranges of activations with.
    ObjectProperty<Optional<DataChoice>> calibrationProperty() {
        return workbench.data().calibrationProperty();
    }

    /// The work of making edits.
    Activity editing() {
        return workbench.editing();
    }

    /// Why the model cannot be pruned as things are; empty if it can.
    StringBinding pruneObstacle() {
        return words(
                this::findPruneObstacle,
                latest,
                pruning.layers().list(),
                pruning.amountProperty(),
                workbench.editing().runningProperty());
    }

    /// Why the model cannot be quantized as things are; empty if it can.
    StringBinding quantizeObstacle() {
        return words(
                this::findQuantizeObstacle,
                latest,
                quantizing.layers().list(),
                quantizing.modeProperty(),
                calibrationProperty(),
                workbench.editing().runningProperty());
    }

    /// Why the model cannot be simplified as things are; empty if it can.
    StringBinding simplifyObstacle() {
        return words(
                this::findSimplifyObstacle,
                latest,
                simplifying.isIdle(),
                workbench.editing().runningProperty());
    }

    void prune() {
        apply(pruning.edit());
    }

    void quantize() {
        apply(quantizing.edit());
    }

    void simplify() {
        apply(simplifying.edit());
    }

    void cancel() {
        workbench.editing().cancel();
    }

    /// Leaves the layers that are selected in the graph out.
    void excludeSelection(LayerItems layers) {
        layers.exclude(workbench.selectedLayers());
    }

    /// Whether layers are selected in the graph.
    BooleanBinding hasSelection() {
        return Bindings.isNotEmpty(workbench.selectedLayers());
    }

    /// The version that the window shows, if an edit made it.
    Optional<Version> shown() {
        return workbench.currentProperty().get().filter(version -> version.report().isPresent());
    }

    /// What the edit of the version that the window shows did.
    StringBinding outcome() {
        return words(() -> shown().map(this::outcomeOf).orElse(""), workbench.currentProperty());
    }

    /// What else the edit did to the model of the version that the window shows, a sentence a line.
    ObservableValue<String> notes() {
        return words(
                () -> shown().flatMap(Version::report).map(this::notesOf).orElse(""),
                workbench.currentProperty());
    }

    /// The version that the window shows.
    ReadOnlyObjectProperty<Optional<Version>> shownProperty() {
        return workbench.currentProperty();
    }

    /// What the edit of the latest version did, in words: the next edit comes after it.
    StringBinding base() {
        return words(
                () -> latest.get().map(v -> EditText.title(texts, v.edit())).orElse(""), latest);
    }

    private void apply(Edit edit) {
        workbench.apply(edit);
    }

    private String outcomeOf(Version version) {
        var report = version.report().orElseThrow();
        var title = EditText.title(texts, version.edit());
        if (version.edit().filter(Simplify.class::isInstance).isPresent()) {
            var before = workbench.versions().get(version.step() - 1);
            return texts.now("compress.outcome.simplify", title, layers(before), layers(version));
        }
        return texts.now("compress.outcome", title, report.changed().size());
    }

    private String notesOf(EditReport report) {
        return Stream.concat(Stream.of(rewrites(report)), report.notes().stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// The layers of a version with those of its branches and bodies.
    private static int layers(Version version) {
        return version.model().graph().nodesIncludingSubgraphs().size();
    }

    /// How often each kind of rewrite was made: `Constant folding 12 · No-ops 3`.
    private String rewrites(EditReport report) {
        return report.counts().stream()
                .map(count ->
                        texts.now(
                                "compress.rewrites",
                                texts.now("compress.pass." + count.kind()),
                                count.rewrites()))
                .collect(Collectors.joining(" · "));
    }

    private String findPruneObstacle() {
        if (workbench.editing().isRunning()) {
            return texts.now("compress.obstacle.running");
        }
        if (isTflite()) {
            return texts.now("compress.obstacle.format");
        }
        if (pruning.layers().list().isEmpty()) {
            return texts.now("compress.obstacle.no-float-weights");
        }
        if (pruning.layers().includedCount().get() == 0) {
            return texts.now("compress.obstacle.no-layer");
        }
        return pruning.amountProperty().get() == 0 ? texts.now("compress.obstacle.nothing") : "";
    }

    private boolean isTflite() {
        return latest.get()
                .filter(version -> version.model().header().format() == ModelFormat.TFLITE)
                .isPresent();
    }

    private String findQuantizeObstacle() {
        if (workbench.editing().isRunning()) {
            return texts.now("compress.obstacle.running");
        }
        if (isTflite()) {
            return texts.now("compress.obstacle.format");
        }
        if (quantizing.layers().list().isEmpty()) {
            return texts.now("compress.obstacle.quantized");
        }
        if (quantizing.layers().includedCount().get() == 0) {
            return texts.now("compress.obstacle.no-layer");
        }
        return quantizing.modeProperty().get() == QuantizeMode.STATIC
                        && calibrationProperty().get().isEmpty()
                ? texts.now("compress.obstacle.no-calibration")
                : "";
    }

    private String findSimplifyObstacle() {
        if (workbench.editing().isRunning()) {
            return texts.now("compress.obstacle.running");
        }
        if (isTflite()) {
            return texts.now("compress.obstacle.format");
        }
        return simplifying.isIdle().get() ? texts.now("compress.obstacle.no-pass") : "";
    }

    private StringBinding words(Callable<String> text, Observable... dependencies) {
        var all = Arrays.copyOf(dependencies, dependencies.length + 1);
        all[dependencies.length] = texts.messagesProperty();
        return Bindings.createStringBinding(text, all);
    }

    @SuppressWarnings("ReferenceEquality") // the same model stands for the same weights
    private void follow() {
        var versions = workbench.versions();
        var before = latest.get().map(Version::model);
        var now = versions.isEmpty() ? Optional.<Version>empty() : Optional.of(versions.getLast());
        latest.set(now);
        if (before.orElse(null) != now.map(Version::model).orElse(null)) {
            pruning.show(now);
            quantizing.show(now);
            simplifying.show(now);
        }
    }
}
