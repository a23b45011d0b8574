package dev.lathe.ui.diff;

import dev.lathe.ui.graph.GraphState;
import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.graph.layout.Quantizers;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Engine;
import dev.lathe.ui.session.OpenModel;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.SetChangeListener;

/// What the diff view shows and can do.
public final class DiffViewModel {
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyObjectWrapper<DiffState> state =
            new ReadOnlyObjectWrapper<>(this, "state", DiffState.EMPTY);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(this, "comparison", Optional.empty());
    private final Map<Side, ReadOnlyObjectWrapper<Optional<DiffSource>>> sources =
            new EnumMap<>(Side.class);
    private final ObjectProperty<DiffMode> mode =
            new SimpleObjectProperty<>(this, "mode", DiffMode.BESIDE);
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final Map<Side, GraphViewModel> graphs = new EnumMap<>(Side.class);
    private final ChangeList changes = new ChangeList();
    private final ReadOnlyObjectWrapper<Optional<Pick>> pick =
            new ReadOnlyObjectWrapper<>(this, "pick", Optional.empty());
    private final Map<Side, Comparison> laidOut = new EnumMap<>(Side.class);
    private final Workbench workbench;
    private final Engine engine;
    private final Jobs jobs;
    private final Texts texts;
    private Jobs.Handle running = Jobs.Handle.NONE;
    private int requests;
    private int picks;
    private boolean passingOn;

    /// A layer that was chosen in one of the pictures.
    ///
    /// @param number tells two picks of one layer apart
    record Pick(Side side, String layer, int number) {}

    public DiffViewModel(Workbench workbench, Engine engine, Jobs jobs, Texts texts) {
        this.workbench = workbench;
        this.engine = engine;
        this.jobs = jobs;
        this.texts = texts;
        for (Side side : Side.values()) {
            var graph = new GraphViewModel(jobs, texts);
            // a quantizer that came or went is a change, which a badge would hide
            graph.quantizersProperty().set(Quantizers.DRAWN);
            graphs.put(side, graph);
            graph.selectedLayers().addListener((SetChangeListener<String>) _ -> follow(side));
            graph.stateProperty().subscribe(now -> reveal(side, now));
            sources.put(side, new ReadOnlyObjectWrapper<>(this, side.word(), Optional.empty()));
        }
        changes.currentProperty().subscribe(this::showCurrent);
        mode.subscribe((_, _) -> layOut());
        workbench.openProperty().subscribe((_, _) -> close());
        texts.messagesProperty().subscribe((_, _) -> rename());
    }

    /// Whether the comparison is to be seen.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DiffState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why there is no comparison.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// The share of the comparison that is done, 0 to 1; negative while it is not known.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// What is compared on a side.
    ReadOnlyObjectProperty<Optional<DiffSource>> sourceProperty(Side side) {
        return source(side).getReadOnlyProperty();
    }

    public ObjectProperty<DiffMode> modeProperty() {
        return mode;
    }

    /// Whether each of two pictures follows the other.
    public BooleanProperty followingProperty() {
        return following;
    }

    /// The layer that was chosen last.
    ReadOnlyObjectProperty<Optional<Pick>> pickProperty() {
        return pick.getReadOnlyProperty();
    }

    /// The list of changes.
    public ChangeList changes() {
        return changes;
    }

    /// The graph of a picture.
    public GraphViewModel graph(Side side) {
        return graphs.computeIfAbsent(side, _ -> new GraphViewModel(jobs, texts));
    }

    /// The versions of the open model that can be compared.
    List<DiffSource> versions() {
        return workbench.versions().stream().<DiffSource>map(this::source).toList();
    }

    /// Compares two versions of the open model.
    public void compareVersions(int before, int after) {
        find(before)
                .ifPresent(first ->
                        find(after).ifPresent(second -> compare(source(first), source(second))));
    }

    /// Compares a version of the open model with a file.
    public void compareWithFile(int step, Path file) {
        find(step).ifPresent(version -> compare(source(version), new DiffSource.OfFile(file)));
    }

    /// Puts another model on a side.
    void replace(Side side, DiffSource other) {
        var before = source(Side.BEFORE).get();
        var after = source(Side.AFTER).get();
        if (before.isPresent() && after.isPresent()) {
            compare(
                    side == Side.BEFORE ? other : before.get(),
                    side == Side.BEFORE ? after.get() : other);
        }
    }

    /// Puts a file on a side.
    void replace(Side side, Path file) {
        replace(side, new DiffSource.OfFile(file));
    }

    /// Exchanges the sides.
    void swap() {
        source(Side.BEFORE)
                .get()
                .ifPresent(before ->
                        source(Side.AFTER).get().ifPresent(after -> compare(after, before)));
    }

    /// Compares the same models again.
    void retry() {
        source(Side.BEFORE).get().ifPresent(before -> replace(Side.BEFORE, before));
    }

    /// Stops comparing.
    void cancel() {
        running.cancel();
    }

    /// Ends the comparison and forgets it.
    public void close() {
        running.cancel();
        requests++;
        open.set(false);
        state.set(DiffState.EMPTY);
        forget();
    }

    /// Every change that is listed, a line each.
    String text() {
        var words = new ChangeText(texts);
        return changes.shown().stream()
                .map(words::line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void compare(DiffSource before, DiffSource after) {
        running.cancel();
        int request = ++requests;
        source(Side.BEFORE).set(Optional.of(before));
        source(Side.AFTER).set(Optional.of(after));
        forget();
        state.set(DiffState.COMPARING);
        open.set(true);
        var job =
                new Job<>(
                        texts.now("diff.job", before.name(), after.name()),
                        report -> Comparison.of(before.load(engine), after.load(engine), report),
                        made -> ifNewest(request, () -> accept(made)),
                        failure -> ifNewest(request, () -> fail(failure)),
                        () -> ifNewest(request, this::stopped));
        var started = jobs.start(job);
        if (request == requests && state.get() == DiffState.COMPARING) {
            running = started;
            progress.bind(started.progressProperty());
        }
    }

    private void accept(Comparison made) {
        settle();
        comparison.set(Optional.of(made));
        for (Side side : Side.values()) {
            graph(side).changesProperty().set(made.marks(side));
        }
        changes.show(made.rows());
        state.set(made.isIdentical() ? DiffState.IDENTICAL : DiffState.READY);
        layOut();
        changes.currentProperty()
                .set(made.rows().stream().filter(row -> row.node().isPresent()).findFirst());
    }

    private void fail(Exception failure) {
        settle();
        message.set(workbench.problems().report(failure));
        state.set(DiffState.FAILED);
    }

    private void settle() {
        running = Jobs.Handle.NONE;
        progress.unbind();
        progress.set(-1);
    }

    private void stopped() {
        settle();
        state.set(DiffState.EMPTY);
    }

    private void forget() {
        comparison.set(Optional.empty());
        laidOut.clear();
        changes.show(List.of());
        graphs.values().forEach(GraphViewModel::clear);
    }

    /// Lays out the pictures of the mode that have not been.
    private void layOut() {
        comparison
                .get()
                .filter(_ -> state.get() == DiffState.READY)
                .ifPresent(made -> {
                    for (Side side : shown()) {
                        if (laidOut.put(side, made) != made) {
                            var model = made.model(side);
                            graph(side).show(model.model(), model.types());
                        }
                    }
                });
    }

    private List<Side> shown() {
        return mode.get() == DiffMode.BESIDE
                ? List.of(Side.BEFORE, Side.AFTER)
                : List.of(Side.MERGED);
    }

    private void showCurrent(Optional<ChangeRow> row) {
        if (!passingOn) {
            row.ifPresent(this::show);
        }
    }

    /// Selects the layer of a change in all pictures and brings it into view.
    private void show(ChangeRow row) {
        passingOn = true;
        for (Side side : Side.values()) {
            graph(side).selectOnly(row.id(side).stream().toList());
        }
        passingOn = false;
        leader(row)
                .ifPresent(side ->
                        row.id(side)
                                .ifPresent(
                                        id -> pick.set(Optional.of(new Pick(side, id, ++picks)))));
        for (Side side : shown()) {
            row.id(side).ifPresent(graph(side)::reveal);
        }
    }

    /// The picture in which a change is looked for.
    private Optional<Side> leader(ChangeRow row) {
        return shown().reversed().stream().filter(side -> row.id(side).isPresent()).findFirst();
    }

    /// Shows the change that is looked at in a picture that has just been laid out.
    private void reveal(Side side, GraphState now) {
        if (now == GraphState.READY && shown().contains(side)) {
            changes.currentProperty().get().ifPresent(this::show);
        }
    }

    /// Selects in the other pictures what was selected in one.
    private void follow(Side from) {
        var made = comparison.get();
        if (passingOn || made.isEmpty()) {
            return;
        }
        passingOn = true;
        var selected = Set.copyOf(graph(from).selectedLayers());
        for (Side to : Side.values()) {
            if (to != from) {
                graph(to)
                        .selectOnly(
                                selected.stream()
                                        .map(id -> made.get().matches().across(from, id, to))
                                        .flatMap(Optional::stream)
                                        .toList());
            }
        }
        passingOn = false;
        if (selected.size() == 1) {
            chosen(from, selected.iterator().next(), made.get());
        }
    }

    private void chosen(Side from, String layer, Comparison made) {
        pick.set(Optional.of(new Pick(from, layer, ++picks)));
        for (Side to : shown()) {
            if (to != from) {
                made.matches().across(from, layer, to).ifPresent(graph(to)::reveal);
            }
        }
        passingOn = true;
        changes.lookAt(from, Set.of(layer));
        passingOn = false;
    }

    private ReadOnlyObjectWrapper<Optional<DiffSource>> source(Side side) {
        return sources.computeIfAbsent(
                side, _ -> new ReadOnlyObjectWrapper<>(this, side.word(), Optional.empty()));
    }

    private DiffSource source(Version version) {
        var name =
                version.isOriginal()
                        ? workbench
                                .openProperty()
                                .get()
                                .map(OpenModel::name)
                                .orElse(EditText.title(texts, version.edit()))
                        : texts.now(
                                "diff.version",
                                version.step(),
                                EditText.title(texts, version.edit()));
        return new DiffSource.OfVersion(name, version);
    }

    /// Calls versions by their names in another language.
    private void rename() {
        for (var source : sources.values()) {
            if (source.get().orElse(null) instanceof DiffSource.OfVersion version) {
                find(version.step())
                        .filter(now -> version.isOf(now.model()))
                        .ifPresent(now -> source.set(Optional.of(source(now))));
            }
        }
    }

    private Optional<Version> find(int step) {
        return workbench.versions().stream().filter(v -> v.step() == step).findFirst();
    }

    private void ifNewest(int request, Runnable action) {
        if (request == requests) {
            action.run();
        }
    }
}
