package dev.lathe.ui.overlay;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.metric.Metric;
import dev.lathe.model.metric.ValueScale.Steps;
import dev.lathe.model.metric.ValueSet;
import dev.lathe.model.outline.Outline;
import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.overlay.OverlayChoice.Computed;
import dev.lathe.ui.overlay.OverlayChoice.Imported;
import dev.lathe.ui.overlay.OverlayChoice.Kinds;
import dev.lathe.ui.overlay.OverlayChoice.Latency;
import dev.lathe.ui.session.OpenModel;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What colours the graph. Used on the JavaFX thread only.
public final class OverlayViewModel {
    private static final int TOP = 10;

    private final ObservableList<OverlayChoice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<OverlayChoice> choice =
            new SimpleObjectProperty<>(this, "choice", OverlayChoice.KINDS);
    private final ObjectProperty<Steps> steps =
            new SimpleObjectProperty<>(this, "steps", Steps.LINEAR);
    private final IntegerProperty topCount = new SimpleIntegerProperty(this, "topCount", TOP);
    private final ObservableList<TopLayer> top = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
    private final List<Imported> imported = new ArrayList<>();
    private final Workbench workbench;
    private final GraphViewModel graph;
    private final Jobs jobs;
    private final Texts texts;
    private Optional<OverlayValues> shown = Optional.empty();
    private Jobs.Handle running = Jobs.Handle.NONE;
    private int requests;

    public OverlayViewModel(Workbench workbench, GraphViewModel graph, Jobs jobs, Texts texts) {
        this.workbench = workbench;
        this.graph = graph;
        this.jobs = jobs;
        this.texts = texts;
        workbench.openProperty().subscribe((before, now) -> forget(before, now));
        workbench.currentProperty().subscribe((before, now) -> follow(before, now));
        graph.pictureProperty().subscribe((_, _) -> paint());
        choice.subscribe((_, _) -> compute());
        steps.subscribe((_, _) -> paint());
        topCount.subscribe((_, _) -> rank());
        texts.messagesProperty().subscribe((_, _) -> compute());
        offer();
    }

    /// What the graph can be coloured by.
    ObservableList<OverlayChoice> choices() {
        return choices;
    }

    /// What it is coloured by.
    public ObjectProperty<OverlayChoice> choiceProperty() {
        return choice;
    }

    /// How values go up along the scale.
    public ObjectProperty<Steps> stepsProperty() {
        return steps;
    }

    /// The most layers in the list of the highest.
    IntegerProperty topCountProperty() {
        return topCount;
    }

    /// The layers with the highest values.
    ObservableList<TopLayer> top() {
        return top;
    }

    /// What else is to be said of the values; empty if nothing.
    ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /// Whether a model is open, for which values can be imported.
    public boolean canImport() {
        return workbench.currentProperty().get().isPresent();
    }

    /// Selects a layer of the list and brings it into view.
    void select(TopLayer layer) {
        graph.select(layer.layer());
    }

    /// The list as text: a line for each layer, its columns separated by tabs.
    String topAsText() {
        var text = new StringBuilder();
        for (TopLayer layer : top) {
            text.append(layer.layer()).append('\t').append(layer.value());
            layer.share().ifPresent(share -> text.append('\t').append(share));
            text.append('\n');
        }
        return text.toString();
    }

    /// Reads the values in a file and colours the graph by the first of them.
    public void importFile(Path file) {
        var version = workbench.currentProperty().get();
        if (version.isPresent()) {
            var graphOfVersion = version.get().model();
            var source = new ValueImport(file, graphOfVersion, outlineOf(graphOfVersion));
            var model = workbench.openProperty().get();
            jobs.start(
                    new Job<>(
                            texts.now("overlay.job.import", file.getFileName()),
                            source::read,
                            sets -> add(file, model, sets),
                            workbench.problems()::report));
        }
    }

    private void add(Path file, Optional<OpenModel> model, List<ValueSet> sets) {
        if (!isSameFile(model, workbench.openProperty().get())) {
            return;
        }
        int first = imported.size();
        var name = String.valueOf(file.getFileName());
        sets.forEach(set -> imported.add(new Imported(imported.size(), name, set)));
        offer();
        choice.set(imported.get(first));
    }

    /// Imported values are those of the model that was open then.
    private void forget(Optional<OpenModel> before, Optional<OpenModel> now) {
        if (!isSameFile(before, now)) {
            imported.clear();
            if (choice.get() instanceof Imported) {
                choice.set(OverlayChoice.KINDS);
            }
            offer();
        }
    }

    private static boolean isSameFile(Optional<OpenModel> one, Optional<OpenModel> other) {
        return one.map(OpenModel::file).equals(other.map(OpenModel::file));
    }

    @SuppressWarnings("ReferenceEquality") // comparing two large models takes long
    private void follow(Optional<Version> before, Optional<Version> now) {
        offer();
        boolean isSame =
                before.isPresent()
                        && now.isPresent()
                        && before.get().model() == now.get().model()
                        && before.get().profile().equals(now.get().profile());
        if (!isSame) {
            compute();
        }
    }

    private void offer() {
        var offered = new ArrayList<OverlayChoice>();
        offered.add(OverlayChoice.KINDS);
        if (choice.get() instanceof Latency
                || !OverlayValues.operators(workbench.currentProperty().get()).isEmpty()) {
            offered.add(OverlayChoice.LATENCY);
        }
        for (Metric metric : Metric.values()) {
            offered.add(new Computed(metric));
        }
        offered.addAll(imported);
        if (!offered.equals(choices)) {
            choices.setAll(offered);
        }
    }

    private Optional<Outline> outlineOf(ModelGraph model) {
        return shown.filter(values -> values.isOf(model)).map(OverlayValues::outline);
    }

    private void compute() {
        running.cancel();
        int request = ++requests;
        var wanted = choice.get();
        var version = workbench.currentProperty().get();
        if (version.isEmpty() || wanted instanceof Kinds) {
            show(Optional.empty());
            return;
        }
        var known = outlineOf(version.get().model());
        running =
                jobs.start(
                        new Job<>(
                                texts.now("overlay.job", wanted.title(texts)),
                                progress ->
                                        OverlayValues.of(
                                                wanted, version.get(), known, texts, progress),
                                values -> ifNewest(request, () -> show(Optional.of(values))),
                                failure -> ifNewest(request, () -> fail(failure))));
    }

    private void fail(Exception failure) {
        workbench.problems().report(failure);
        show(Optional.empty());
    }

    private void show(Optional<OverlayValues> values) {
        running = Jobs.Handle.NONE;
        shown = values;
        remark.set(values.map(known -> Remarks.of(known, texts)).orElse(""));
        offer();
        paint();
        rank();
    }

    private void paint() {
        var boxes =
                graph.pictureProperty().get().graph().boxes().stream().map(PlacedBox::box).toList();
        var overlay =
                shown.map(values -> values.overlay().build(boxes, steps.get(), texts))
                        .orElse(NodeOverlay.NONE);
        if (!overlay.equals(graph.overlayProperty().get())) {
            graph.overlayProperty().set(overlay);
        }
    }

    private void rank() {
        top.setAll(
                shown.map(values -> values.ranking().top(topCount.get(), values.outline()))
                        .orElse(List.of()));
    }

    private void ifNewest(int request, Runnable action) {
        if (request == requests) {
            action.run();
        }
    }
}
