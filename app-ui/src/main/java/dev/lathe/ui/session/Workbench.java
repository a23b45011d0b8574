package dev.lathe.ui.session;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.recipe.History;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.profiler.measure.ProfilePlan;
import dev.lathe.resources.Sample;
import dev.lathe.resources.Samples;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.job.Jobs.Handle;
import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The state that all panes share, and the commands that change it. Used on the JavaFX thread only;
/// every command returns at once, and what takes long goes on as a job. What fails is reported to
/// {@link #problems} and leaves the state as it was.
public final class Workbench {
    private final ReadOnlyObjectWrapper<Optional<OpenModel>> open =
            new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());
    private final ReadOnlyObjectWrapper<History<Recipe>> history =
            new ReadOnlyObjectWrapper<>(this, "history", History.startingWith(Recipe.EMPTY));
    private final ReadOnlyObjectWrapper<Optional<Version>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ObservableList<Version> versions = FXCollections.observableArrayList();
    private final ObservableList<Version> versionsView =
            FXCollections.unmodifiableObservableList(versions);
    private final ObservableSet<String> selectedLayers = FXCollections.observableSet();
    private final ObservableSet<String> selectedGroups = FXCollections.observableSet();
    private final StringProperty scope = new SimpleStringProperty(this, "scope", "");
    private final StringProperty shownGroup = new SimpleStringProperty(this, "shownGroup", "");
    private final Activity opening = new Activity();
    private final Activity editing = new Activity();
    private final Activity profiling = new Activity();
    private final VersionBook book = new VersionBook();
    private final Jobs jobs;
    private final Engine engine;
    private final Texts texts;
    private final Opener opener;
    private final Replay replay;
    private final Problems problems;
    private final DataSelection data = new DataSelection();
    private final Measures measures;

    public Workbench(Jobs jobs, Engine engine, Samples samples, Texts texts, Problems problems) {
        this.jobs = jobs;
        this.engine = engine;
        this.texts = texts;
        this.opener = new Opener(engine, samples);
        this.replay = new Replay(engine);
        this.problems = problems;
        this.measures = new Measures(this, jobs, engine, texts);
        data.evaluationProperty().subscribe((_, _) -> remeasure());
        data.calibrationProperty().subscribe((_, _) -> recalibrate());
    }

    /// The model that is open.
    public ReadOnlyObjectProperty<Optional<OpenModel>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The recipe with its undone and redoable states.
    public ReadOnlyObjectProperty<History<Recipe>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /// The versions of the open model: the original, then one for each step of the recipe. A
    /// version is replaced when more becomes known of it.
    public ObservableList<Version> versions() {
        return versionsView;
    }

    /// The version that the panes show.
    public ReadOnlyObjectProperty<Optional<Version>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The identifiers of the layers that are selected in the current version.
    public ObservableSet<String> selectedLayers() {
        return selectedLayers;
    }

    /// The identifiers of the groups of layers that are selected.
    public ObservableSet<String> selectedGroups() {
        return selectedGroups;
    }

    /// The path of the graph that is looked at by itself; empty for the main graph.
    public StringProperty scopeProperty() {
        return scope;
    }

    /// The identifier of the group that is looked at by itself; empty if all of the graph is.
    public StringProperty shownGroupProperty() {
        return shownGroup;
    }

    /// The data to evaluate and calibrate with.
    public DataSelection data() {
        return data;
    }

    /// What did not work.
    public Problems problems() {
        return problems;
    }

    /// The last thing that was done, in a few words.
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// The work of opening a model.
    public Activity opening() {
        return opening;
    }

    /// The work of making edits.
    public Activity editing() {
        return editing;
    }

    /// The work of measuring speed and memory.
    public Activity profiling() {
        return profiling;
    }

    /// Evaluation of versions.
    public Measures measures() {
        return measures;
    }

    /// Whether there is a model to edit and no edit under way.
    public BooleanBinding canEdit() {
        return Bindings.createBooleanBinding(
                () -> open.get().isPresent() && !editing.isRunning(),
                open,
                editing.runningProperty());
    }

    public BooleanBinding canUndo() {
        return Bindings.createBooleanBinding(() -> history.get().canUndo(), history);
    }

    public BooleanBinding canRedo() {
        return Bindings.createBooleanBinding(() -> history.get().canRedo(), history);
    }

    /// Opens a model file in place of the model that is open, which stays if that fails.
    public void open(Path file) {
        open(new ModelSource(file), History.startingWith(Recipe.EMPTY));
    }

    /// Opens a sample with its data.
    public void openSample(Sample sample) {
        open(
                new ModelSource(texts.now(sample.titleKey()), sample),
                History.startingWith(Recipe.EMPTY));
    }

    /// Reads the file of the open model again and makes the recipe's edits to it.
    public void reload() {
        open.get().ifPresent(model -> open(ModelSource.of(model), history.get()));
    }

    /// Closes the model that is open.
    public void close() {
        opening.cancel();
        stopWork();
        forgetPlaces();
        open.set(Optional.empty());
        current.set(Optional.empty());
        versions.clear();
        book.clear();
        history.set(History.startingWith(Recipe.EMPTY));
    }

    /// Makes an edit to the latest version.
    public void apply(Edit edit) {
        var next = history.get().push(history.get().present().then(edit));
        go(next, texts.now("session.job.edit", EditText.title(texts, edit)));
    }

    /// Goes back to the recipe before the last change.
    public void undo() {
        go(history.get().undo(), texts.now("session.job.recipe"));
    }

    /// Goes forth to the recipe that undo stepped back from.
    public void redo() {
        go(history.get().redo(), texts.now("session.job.recipe"));
    }

    /// Replaces the recipe, which undo brings back.
    public void setRecipe(Recipe recipe) {
        go(history.get().push(recipe), texts.now("session.job.recipe"));
    }

    /// Shows another version.
    public void select(Version version) {
        versions.stream()
                .filter(shown -> shown.step() == version.step())
                .findFirst()
                .ifPresent(shown -> show(shown));
    }

    /// Writes the current version to a model file.
    public void saveModel(Path file) {
        current.get().ifPresent(version -> write(file, () -> engine.write(version.model(), file)));
    }

    /// Writes the recipe to a file.
    public void saveRecipe(Path file) {
        var recipe = history.get().present();
        write(file, () -> engine.writeRecipe(recipe, file));
    }

    /// Reads a recipe from a file and makes its edits.
    public void loadRecipe(Path file) {
        var job =
                new Job<>(
                        texts.now("session.job.recipe"),
                        _ -> engine.readRecipe(file),
                        this::setRecipe,
                        failure -> editing.failed(problems.report(failure)));
        editing.start(job, jobs::start);
    }

    /// Measures the speed and memory of a version when earlier measurements are done.
    public void profile(Version version, ProfilePlan plan) {
        profile(List.of(version), plan);
    }

    /// Measures versions one after another; stops at one that fails.
    public void profile(List<Version> chosen, ProfilePlan plan) {
        if (chosen.isEmpty()) {
            return;
        }
        var version = chosen.getFirst();
        var model = version.model();
        var job =
                new Job<>(
                        texts.now("session.job.profile", EditText.title(texts, version.edit())),
                        progress -> engine.profile(model, plan, progress),
                        profile -> {
                            update(model, known -> known.withProfile(profile));
                            profile(chosen.subList(1, chosen.size()), plan);
                        },
                        failure -> profiling.failed(problems.report(failure)));
        profiling.start(job, jobs::startInTurn);
    }

    /// Changes what is known of a version, if it still exists.
    void update(ModelGraph model, UnaryOperator<Version> change) {
        book.update(model, change);
        versions.replaceAll(version -> version.isOf(model) ? change.apply(version) : version);
        current.get().ifPresent(shown -> current.set(Optional.of(versions.get(shown.step()))));
    }

    private void open(ModelSource source, History<Recipe> recipes) {
        var job =
                new Job<>(
                        texts.now("session.job.open", source.name()),
                        progress -> opener.open(source, progress),
                        opened -> opened(opened, recipes),
                        problems::report);
        opening.start(job, jobs::start);
    }

    private void opened(Opener.Opened opened, History<Recipe> recipes) {
        var before = open.get().map(OpenModel::file);
        stopWork();
        book.clear();
        book.put(Recipe.EMPTY, Optional.empty(), List.of(opened.original()));
        selectedGroups.clear();
        scope.set("");
        open.set(Optional.of(opened.model()));
        history.set(History.startingWith(Recipe.EMPTY));
        versions.setAll(List.of(opened.original()));
        show(opened.original());
        chooseData(opened, before);
        measures.start();
        status.bind(texts.text("session.opened", opened.model().name()));
        if (!recipes.equals(history.get())) {
            go(recipes, texts.now("session.job.recipe"));
        }
    }

    /// Takes the data of a sample; those of another model say nothing of a new one.
    private void chooseData(Opener.Opened opened, Optional<Path> before) {
        if (opened.data().isPresent()) {
            data.set(opened.data().get());
        } else if (!before.equals(Optional.of(opened.model().file()))) {
            data.clear();
        }
    }

    private void stopWork() {
        editing.cancel();
        profiling.cancel();
        measures.cancel();
    }

    /// Makes what versions of the recipe are missing, then presents them all.
    private void go(History<Recipe> target, String title) {
        var calibration = data.calibrationProperty().get();
        var recipe = target.present();
        var known = book.find(recipe, calibration);
        if (known.isEmpty() || (target.equals(history.get()) && known.equals(versions))) {
            return;
        }
        if (known.size() > recipe.edits().size()) {
            editing.cancel();
            present(target, known);
            return;
        }
        var job =
                new Job<>(
                        title,
                        progress -> replay.play(known, recipe, calibration, progress),
                        made -> {
                            book.put(recipe, calibration, made);
                            present(target, book.find(recipe, calibration));
                        },
                        failure -> editing.failed(problems.report(failure)));
        editing.start(job, jobs::startInTurn);
    }

    private void present(History<Recipe> recipes, List<Version> made) {
        history.set(recipes);
        book.keepOnly(recipes);
        versions.setAll(made);
        show(made.getLast());
        measures.start();
    }

    private void show(Version version) {
        current.set(Optional.of(version));
        var outline = Outline.of(version.model(), version.types());
        selectedLayers.removeIf(layer -> outline.find(layer).isEmpty());
        if (!scope.get().isEmpty() && outline.scope(scope.get()).isEmpty()) {
            scope.set("");
        }
    }

    private void forgetPlaces() {
        selectedLayers.clear();
        selectedGroups.clear();
        scope.set("");
    }

    private void remeasure() {
        measures.cancel();
        book.forgetMeasures();
        versions.replaceAll(version -> version.withMeasures(Optional.empty(), Optional.empty()));
        current.get().ifPresent(shown -> current.set(Optional.of(versions.get(shown.step()))));
        measures.start();
    }

    private void recalibrate() {
        if (open.get().isPresent()) {
            go(history.get(), texts.now("session.job.recipe"));
        }
    }

    private Handle write(Path file, Writing writing) {
        return jobs.start(
                new Job<>(
                        texts.now("session.job.save", file.getFileName()),
                        _ -> {
                            writing.run();
                            return file;
                        },
                        _ -> status.bind(texts.text("session.saved", file)),
                        problems::report));
    }

    /// Writes a file.
    @FunctionalInterface
    private interface Writing {
        void run() throws Exception;
    }
}
