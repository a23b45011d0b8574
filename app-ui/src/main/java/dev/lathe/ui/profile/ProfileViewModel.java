package dev.lathe.ui.profile;

import dev.lathe.model.metric.RuntimeNames;
import dev.lathe.profiler.evaluate.Evaluation;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.profiler.measure.LocalProfiler;
import dev.lathe.profiler.measure.OperatorTime;
import dev.lathe.profiler.measure.Profile;
import dev.lathe.profiler.measure.ProfileMode;
import dev.lathe.profiler.measure.ProfilePlan;
import dev.lathe.ui.session.Activity;
import dev.lathe.ui.session.DataChoice;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the profiling pane shows and can do. It shows the version that the window shows.
public final class ProfileViewModel {
    private final ObjectProperty<ProfileMode> mode =
            new SimpleObjectProperty<>(this, "mode", ProfileMode.RAPID);
    private final IntegerProperty threads = new SimpleIntegerProperty(this, "threads", 0);
    private final BooleanProperty heatMap = new SimpleBooleanProperty(this, "heatMap", false);
    private final ObservableList<OperatorRow> operators = FXCollections.observableArrayList();
    private final Workbench workbench;
    private final Texts texts;

    public ProfileViewModel(Workbench workbench, Texts texts) {
        this.workbench = workbench;
        this.texts = texts;
        workbench.currentProperty().subscribe(this::showOperators);
    }

    ObjectProperty<ProfileMode> modeProperty() {
        return mode;
    }

    /// Threads within an operator; 0 for as many as the machine has cores.
    IntegerProperty threadsProperty() {
        return threads;
    }

    ReadOnlyObjectProperty<Optional<Version>> currentProperty() {
        return workbench.currentProperty();
    }

    /// The measurement of the shown version.
    ObservableValue<Optional<Profile>> profile() {
        return workbench.currentProperty().map(current -> current.flatMap(Version::profile));
    }

    ObservableValue<Optional<Evaluation>> evaluation() {
        return workbench.currentProperty().map(current -> current.flatMap(Version::evaluation));
    }

    ObservableValue<Optional<OutputComparison>> comparison() {
        return workbench.currentProperty().map(current -> current.flatMap(Version::comparison));
    }

    ObservableList<OperatorRow> operators() {
        return operators;
    }

    /// Whether the graph is to be coloured by time.
    public BooleanProperty heatMapProperty() {
        return heatMap;
    }

    /// The name of the shown version.
    StringBinding title() {
        return Bindings.createStringBinding(
                () ->
                        workbench
                                .currentProperty()
                                .get()
                                .map(version -> EditText.title(texts, version.edit()))
                                .orElse(""),
                workbench.currentProperty(),
                texts.messagesProperty());
    }

    /// The medians of the shown version and of the original beside each other, if both were
    /// measured. They were not measured in turns, so nothing is said about which is faster.
    Optional<Medians> medians() {
        var original = workbench.versions().stream().findFirst().flatMap(Version::profile);
        return workbench
                .currentProperty()
                .get()
                .filter(version -> !version.isOriginal())
                .flatMap(Version::profile)
                .flatMap(own ->
                        original.map(base ->
                                new Medians(base.latency().medianMs(), own.latency().medianMs())));
    }

    /// Two medians, in milliseconds.
    record Medians(double originalMs, double ownMs) {}

    /// The work of measuring.
    Activity profiling() {
        return workbench.profiling();
    }

    /// The work of evaluating.
    Activity evaluating() {
        return workbench.measures().evaluating();
    }

    /// What the measurement that runs is at.
    StringBinding phase() {
        var progress = workbench.profiling().progressProperty();
        return Bindings.createStringBinding(
                () -> texts.now(phaseKey(progress.get())), progress, texts.messagesProperty());
    }

    private static String phaseKey(double progress) {
        if (progress < 0) {
            return "profile.phase.waiting";
        }
        return progress < LocalProfiler.RUNS_TIMED
                ? "profile.phase.runs"
                : "profile.phase.operators";
    }

    BooleanBinding canProfile() {
        return Bindings.createBooleanBinding(
                () ->
                        workbench.currentProperty().get().isPresent()
                                && !workbench.profiling().isRunning(),
                workbench.currentProperty(),
                workbench.profiling().runningProperty());
    }

    void profile(Version version) {
        workbench.profile(version, ProfilePlan.local(mode.get(), threads.get()));
    }

    void profileCurrent() {
        workbench.currentProperty().get().ifPresent(this::profile);
    }

    /// The data to evaluate with.
    ObjectProperty<Optional<DataChoice>> dataProperty() {
        return workbench.data().evaluationProperty();
    }

    BooleanBinding canEvaluate() {
        return Bindings.createBooleanBinding(
                () ->
                        workbench.currentProperty().get().isPresent()
                                && dataProperty().get().isPresent()
                                && !evaluating().isRunning(),
                workbench.currentProperty(),
                dataProperty(),
                evaluating().runningProperty());
    }

    void evaluateCurrent() {
        workbench.currentProperty().get().ifPresent(workbench.measures()::evaluate);
    }

    /// Selects the layer that an operator came from.
    void select(OperatorRow row) {
        row.layer()
                .ifPresent(layer -> {
                    workbench.selectedLayers().clear();
                    workbench.selectedLayers().add(layer);
                });
    }

    private void showOperators(Optional<Version> version) {
        var rows = version.map(ProfileViewModel::rows).orElse(List.of());
        if (!rows.equals(operators)) {
            operators.setAll(rows);
        }
    }

    private static List<OperatorRow> rows(Version version) {
        var measured = version.profile().map(Profile::operators).orElse(List.of());
        if (measured.isEmpty()) {
            return List.of();
        }
        var names = new RuntimeNames(version.model().graph());
        double largest = measured.stream().mapToDouble(OperatorTime::share).max().orElse(1);
        return measured.stream().map(time -> row(time, names, largest)).toList();
    }

    private static OperatorRow row(OperatorTime time, RuntimeNames names, double largest) {
        return new OperatorRow(
                time.name(),
                time.op(),
                names.layer(time.name(), time.op()),
                time.ms(),
                time.share(),
                largest == 0 ? 0 : time.share() / largest);
    }
}
