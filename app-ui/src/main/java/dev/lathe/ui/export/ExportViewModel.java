package dev.lathe.ui.export;

import dev.lathe.export.pack.ExportException;
import dev.lathe.export.pack.Exporter;
import dev.lathe.export.pack.PackageId;
import dev.lathe.export.pack.PackageVerifier;
import dev.lathe.export.target.ExportTarget;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.format.ModelFileNames;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.measure.ProfileMode;
import dev.lathe.profiler.measure.ProfilePlan;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.job.Jobs.Handle;
import dev.lathe.ui.session.OpenModel;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the export pane shows and can do. It packages the version that the window shows.
public final class ExportViewModel {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty packageVersion =
            new SimpleStringProperty(this, "packageVersion", "1.0.0");
    private final ObjectProperty<ExportTarget> target =
            new SimpleObjectProperty<>(this, "target", ExportTarget.ONNX);
    private final ObjectProperty<Optional<Path>> folder =
            new SimpleObjectProperty<>(this, "folder", Optional.empty());
    private final ReadOnlyObjectWrapper<ExportState> state =
            new ReadOnlyObjectWrapper<>(this, "state", ExportState.IDLE);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyObjectWrapper<Optional<ExportOutcome>> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final Workbench workbench;
    private final Jobs jobs;
    private final Texts texts;
    private final ModelRunner runner;
    private Handle handle = Handle.NONE;

    /// A model of the pane.
    ///
    /// @param runner computes and checks the outputs of the test data
    public ExportViewModel(Workbench workbench, Jobs jobs, Texts texts, ModelRunner runner) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.texts = texts;
        this.runner = runner;
        workbench.openProperty().subscribe(this::opened);
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty packageVersionProperty() {
        return packageVersion;
    }

    ObjectProperty<ExportTarget> targetProperty() {
        return target;
    }

    /// Where the package is to be written.
    ObjectProperty<Optional<Path>> folderProperty() {
        return folder;
    }

    ReadOnlyObjectProperty<ExportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// The package that was made last of the shown model.
    ReadOnlyObjectProperty<Optional<ExportOutcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// Why no package was made; empty if nothing failed.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Version>> currentProperty() {
        return workbench.currentProperty();
    }

    /// The name of the shown version.
    StringBinding title() {
        return words(
                () ->
                        currentProperty()
                                .get()
                                .map(version -> EditText.title(texts, version.edit()))
                                .orElse(""),
                currentProperty());
    }

    /// The name of the file, or a dash while name or version cannot be used.
    StringBinding fileName() {
        return words(() -> id().map(PackageId::fileName).orElse("—"), name, packageVersion, target);
    }

    /// Why no package can be made as things are; empty if one can.
    StringBinding obstacle() {
        return words(
                this::findObstacle, currentProperty(), name, packageVersion, folder, state, target);
    }

    /// Whether the accuracy can be measured now.
    BooleanBinding canEvaluate() {
        var evaluating = workbench.measures().evaluating().runningProperty();
        var data = workbench.data().evaluationProperty();
        return Bindings.createBooleanBinding(
                () ->
                        currentProperty().get().isPresent()
                                && data.get().isPresent()
                                && !evaluating.get(),
                currentProperty(),
                data,
                evaluating);
    }

    /// Whether the speed can be measured now.
    BooleanBinding canProfile() {
        var profiling = workbench.profiling().runningProperty();
        return Bindings.createBooleanBinding(
                () -> currentProperty().get().isPresent() && !profiling.get(),
                currentProperty(),
                profiling);
    }

    void evaluate() {
        currentProperty().get().ifPresent(workbench.measures()::evaluate);
    }

    void profile() {
        currentProperty()
                .get()
                .ifPresent(version ->
                        workbench.profile(version, ProfilePlan.local(ProfileMode.RAPID, 0)));
    }

    /// Makes the package and checks it.
    void export() {
        if (!findObstacle().isEmpty()) {
            return;
        }
        var order = order(currentProperty().get().orElseThrow());
        var where = folder.get().orElseThrow();
        state.set(ExportState.RUNNING);
        problem.set("");
        outcome.set(Optional.empty());
        handle =
                jobs.startInTurn(
                        new Job<>(
                                texts.now("export.job", order.id().fileName()),
                                progressed -> make(order, where, progressed),
                                this::done,
                                this::failed,
                                () -> end(ExportState.IDLE)));
        if (state.get().isRunning()) {
            progress.bind(handle.progressProperty());
        }
    }

    void cancel() {
        handle.cancel();
    }

    private ExportOutcome make(PackageOrder order, Path where, Progress progressed)
            throws ExportException, DatasetException, IOException, InterruptedException {
        var file = Exporter.export(order.toRequest(), where, runner, progressed);
        var verification = PackageVerifier.verify(file, runner, progressed);
        return new ExportOutcome(file, Files.size(file), verification);
    }

    private PackageOrder order(Version version) {
        return new PackageOrder(
                id().orElseThrow(),
                workbench.versions().subList(0, version.step() + 1),
                workbench.historyProperty().get().present().prefix(version.step()),
                workbench.data().evaluationProperty().get(),
                workbench.data().calibrationProperty().get());
    }

    private void done(ExportOutcome made) {
        end(ExportState.DONE);
        outcome.set(Optional.of(made));
    }

    private void failed(Exception failure) {
        end(ExportState.FAILED);
        problem.set(workbench.problems().report(failure));
    }

    private void end(ExportState ended) {
        progress.unbind();
        progress.set(-1);
        state.set(ended);
    }

    private void opened(Optional<OpenModel> model) {
        name.set(model.map(m -> PackageId.nameFor(ModelFileNames.stem(m.name()))).orElse(""));
        outcome.set(Optional.empty());
        problem.set("");
    }

    private Optional<PackageId> id() {
        try {
            return Optional.of(new PackageId(name.get(), target.get(), packageVersion.get()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String findObstacle() {
        if (currentProperty().get().isEmpty()) {
            return texts.now("export.empty");
        }
        if (state.get().isRunning()) {
            return texts.now("export.obstacle.running");
        }
        if (currentProperty().get().filter(ExportViewModel::isTflite).isPresent()) {
            return texts.now("export.obstacle.format");
        }
        if (id().isEmpty()) {
            return texts.now("export.obstacle.name");
        }
        return folder.get().isEmpty() ? texts.now("export.obstacle.folder") : "";
    }

    private static boolean isTflite(Version version) {
        return version.model().header().format() == ModelFormat.TFLITE;
    }

    private StringBinding words(Callable<String> text, Observable... dependencies) {
        var all = Arrays.copyOf(dependencies, dependencies.length + 1);
        all[dependencies.length] = texts.messagesProperty();
        return Bindings.createStringBinding(text, all);
    }
}
