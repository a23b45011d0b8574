package dev.lathe.ui.versions;

import dev.lathe.model.edit.Edit;
import dev.lathe.profiler.measure.ProfileMode;
import dev.lathe.profiler.measure.ProfilePlan;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// What the list of versions shows and can do.
public final class VersionsViewModel {
    private final ObservableList<VersionRow> rows = FXCollections.observableArrayList();
    private final ObservableList<VersionRow> rowsView =
            FXCollections.unmodifiableObservableList(rows);
    private final Workbench workbench;
    private final Texts texts;

    public VersionsViewModel(Workbench workbench, Texts texts) {
        this.workbench = workbench;
        this.texts = texts;
        workbench.versions().addListener((ListChangeListener<Version>) _ -> refresh());
        workbench.currentProperty().subscribe(_ -> refresh());
    }

    /// A line for each version, the original first.
    ObservableList<VersionRow> rows() {
        return rowsView;
    }

    /// The step of the version that the window shows.
    Optional<Integer> currentStep() {
        return workbench.currentProperty().get().map(Version::step);
    }

    void show(int step) {
        version(step).ifPresent(workbench::select);
    }

    BooleanBinding canUndo() {
        return workbench.canUndo();
    }

    BooleanBinding canRedo() {
        return workbench.canRedo();
    }

    /// What undo takes back, in words.
    StringBinding undoHint() {
        return Bindings.createStringBinding(
                () -> undone().map(e -> texts.now("versions.undo.edit", e)).orElse(noUndo()),
                workbench.historyProperty(),
                texts.messagesProperty());
    }

    /// What redo makes again, in words.
    StringBinding redoHint() {
        return Bindings.createStringBinding(
                () -> redone().map(e -> texts.now("versions.redo.edit", e)).orElse(noRedo()),
                workbench.historyProperty(),
                texts.messagesProperty());
    }

    void undo() {
        workbench.undo();
    }

    void redo() {
        workbench.redo();
    }

    /// Whether there is a model whose recipe can be saved or replaced.
    BooleanBinding canUseRecipe() {
        return workbench.canEdit();
    }

    void saveRecipe(Path file) {
        workbench.saveRecipe(file);
    }

    void loadRecipe(Path file) {
        workbench.loadRecipe(file);
    }

    /// Whether there are a version and data to evaluate it on.
    ObservableBooleanValue canEvaluate() {
        return Bindings.createBooleanBinding(
                () ->
                        workbench.currentProperty().get().isPresent()
                                && workbench.data().evaluationProperty().get().isPresent()
                                && !workbench.measures().evaluating().isRunning(),
                workbench.currentProperty(),
                workbench.data().evaluationProperty(),
                workbench.measures().evaluating().runningProperty());
    }

    ObservableBooleanValue canProfile() {
        return Bindings.createBooleanBinding(
                () ->
                        workbench.currentProperty().get().isPresent()
                                && !workbench.profiling().isRunning(),
                workbench.currentProperty(),
                workbench.profiling().runningProperty());
    }

    void evaluateCurrent() {
        workbench.currentProperty().get().ifPresent(workbench.measures()::evaluate);
    }

    void evaluateAll() {
        workbench.measures().evaluate();
    }

    /// Measures the version that the window shows, quickly.
    void profileCurrent() {
        workbench.currentProperty().get().ifPresent(v -> workbench.profile(v, rapid()));
    }

    /// Measures, one after another, the versions that have not been.
    void profileAll() {
        workbench.profile(
                workbench.versions().stream().filter(v -> v.profile().isEmpty()).toList(), rapid());
    }

    private void refresh() {
        var versions = workbench.versions();
        if (versions.isEmpty()) {
            rows.clear();
            return;
        }
        var original = versions.getFirst();
        int current = currentStep().orElse(-1);
        rows.setAll(
                versions.stream()
                        .map(v -> VersionRow.of(v, original, v.step() == current))
                        .toList());
    }

    private Optional<Version> version(int step) {
        return workbench.versions().stream().filter(v -> v.step() == step).findFirst();
    }

    private static ProfilePlan rapid() {
        return ProfilePlan.local(ProfileMode.RAPID, 0);
    }

    private Optional<String> undone() {
        var history = workbench.historyProperty().get();
        return history.canUndo() ? last(history.present().edits()) : Optional.empty();
    }

    private Optional<String> redone() {
        var history = workbench.historyProperty().get();
        return history.canRedo() ? last(history.future().getFirst().edits()) : Optional.empty();
    }

    private Optional<String> last(List<Edit> edits) {
        return edits.isEmpty()
                ? Optional.of(EditText.title(texts, Optional.empty()))
                : Stream.of(edits.getLast()).map(e -> EditText.title(texts, e)).findFirst();
    }

    private String noUndo() {
        return texts.now("versions.undo.none");
    }

    private String noRedo() {
        return texts.now("versions.redo.none");
    }
}
