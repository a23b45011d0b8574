package dev.lathe.ui.overlay;

import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.metric.CostValues;
import dev.lathe.model.metric.Matching;
import dev.lathe.model.metric.Metric;
import dev.lathe.model.metric.NodeValues;
import dev.lathe.model.metric.Rollup;
import dev.lathe.model.metric.RuntimeNames;
import dev.lathe.model.metric.ValueFiles;
import dev.lathe.model.metric.ValueScale.Steps;
import dev.lathe.model.metric.ValueSet;
import dev.lathe.model.metric.ValuesException;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.measure.OperatorTime;
import dev.lathe.profiler.measure.Profile;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final int NAMES_SHOWN = 3;

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
    private Optional<Shown> shown = Optional.empty();
    private Jobs.Handle running = Jobs.Handle.NONE;
    private int requests;

    /// The values that are shown.
    private record Shown(
            ModelGraph model,
            Outline outline,
            OverlayBuilder overlay,
            Ranking ranking,
            List<String> unmatched) {}

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
        if (version.isEmpty()) {
            return;
        }
        var model = version.get().model();
        var known = outlineOf(model);
        jobs.start(
                new Job<>(
                        texts.now("overlay.job.import", file.getFileName()),
                        progress -> {
                            var outline = known.orElseGet(() -> outline(model));
                            var sets = ValueFiles.read(file, progress);
                            var found =
                                    sets.stream()
                                            .filter(set ->
                                                    !Matching.of(set, model, outline)
                                                            .values()
                                                            .isEmpty())
                                            .toList();
                            if (found.isEmpty()) {
                                throw nothingFound(file, sets.getFirst());
                            }
                            return found;
                        },
                        sets -> add(file, sets),
                        workbench.problems()::report));
    }

    private static ValuesException nothingFound(Path file, ValueSet set) {
        return new ValuesException(
                "Cannot show the values in %s: no layer of this model is called '%s' or by another of its %d names; name layers as the graph does."
                        .formatted(
                                file.getFileName(),
                                set.values().firstEntry().getKey(),
                                set.values().size()));
    }

    private void add(Path file, List<ValueSet> sets) {
        int first = imported.size();
        var name = String.valueOf(file.getFileName());
        sets.forEach(set -> imported.add(new Imported(imported.size(), name, set)));
        offer();
        choice.set(imported.get(first));
    }

    private void forget(Optional<OpenModel> before, Optional<OpenModel> now) {
        if (!before.map(OpenModel::file).equals(now.map(OpenModel::file))) {
            imported.clear();
            offer();
            if (choice.get() instanceof Imported) {
                choice.set(OverlayChoice.KINDS);
            }
        }
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
        if (choice.get() instanceof Latency || !times().isEmpty()) {
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

    private List<OperatorTime> times() {
        return workbench
                .currentProperty()
                .get()
                .flatMap(Version::profile)
                .map(Profile::operators)
                .orElse(List.of());
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
                                        values(
                                                wanted,
                                                version.get(),
                                                known.orElseGet(
                                                        () -> outline(version.get().model())),
                                                progress),
                                result -> ifNewest(request, () -> show(Optional.of(result))),
                                failure ->
                                        ifNewest(
                                                request,
                                                () -> {
                                                    workbench.problems().report(failure);
                                                    show(Optional.empty());
                                                })));
    }

    /// The outline of a model with the types of one sample.
    private static Outline outline(ModelGraph model) {
        return Outline.of(model, SampleCost.types(model, Map.of()));
    }

    /// The same, if it is that of the values that are shown.
    @SuppressWarnings("ReferenceEquality") // comparing two large models takes long
    private Optional<Outline> outlineOf(ModelGraph model) {
        return shown.filter(values -> values.model() == model).map(Shown::outline);
    }

    private Shown values(OverlayChoice wanted, Version version, Outline outline, Progress progress)
            throws InterruptedException {
        List<String> unmatched = List.of();
        NodeValues values;
        switch (wanted) {
            case Kinds() -> values = NodeValues.NONE;
            case Computed(var metric) -> values = CostValues.of(metric, outline, progress);
            case Latency() -> values = Rollup.of(outline, times(version), wanted.combination());
            case Imported(_, _, var set) -> {
                var matched = Matching.of(set, version.model(), outline);
                unmatched = matched.unmatched();
                values = matched.values();
            }
        }
        return new Shown(
                version.model(),
                outline,
                new OverlayBuilder(wanted, values, texts),
                new Ranking(wanted, values, outline),
                unmatched);
    }

    /// What each layer took, in milliseconds.
    private static Map<String, Double> times(Version version) {
        var names = new RuntimeNames(version.model().graph());
        var times = new HashMap<String, Double>();
        for (var time : version.profile().map(Profile::operators).orElse(List.of())) {
            names.layer(time.name()).ifPresent(layer -> times.merge(layer, time.ms(), Double::sum));
        }
        return times;
    }

    private void show(Optional<Shown> values) {
        running = Jobs.Handle.NONE;
        shown = values;
        remark.set(remark());
        offer();
        paint();
        rank();
    }

    private void paint() {
        var boxes = graph.pictureProperty().get().graph().boxes();
        var overlay =
                shown.map(values ->
                                values.overlay()
                                        .build(
                                                boxes.stream().map(PlacedBox::box).toList(),
                                                steps.get(),
                                                texts))
                        .orElse(NodeOverlay.NONE);
        if (!Objects.equals(overlay, graph.overlayProperty().get())) {
            graph.overlayProperty().set(overlay);
        }
    }

    private void rank() {
        top.setAll(
                shown.map(values -> values.ranking().top(topCount.get(), values.outline()))
                        .orElse(List.of()));
    }

    private String remark() {
        if (shown.isEmpty()) {
            return "";
        }
        return switch (choice.get()) {
            case Latency() when times().isEmpty() -> texts.now("overlay.not-measured");
            case Imported(_, var file, var set) -> importRemark(file, set, shown.get());
            default -> shown.get().ranking().size() == 0 ? texts.now("overlay.nothing") : "";
        };
    }

    private String importRemark(String file, ValueSet set, Shown values) {
        var unmatched = values.unmatched();
        int matched = set.values().size() - unmatched.size();
        var text =
                unmatched.isEmpty()
                        ? texts.now("overlay.matched", file, matched)
                        : texts.now(
                                "overlay.matched.some",
                                file,
                                matched,
                                set.values().size(),
                                String.join(
                                                ", ",
                                                unmatched.subList(
                                                        0, Math.min(NAMES_SHOWN, unmatched.size())))
                                        + (unmatched.size() > NAMES_SHOWN ? ", …" : ""));
        return set.leftOut() == 0
                ? text
                : text + " " + texts.now("overlay.left-out", set.leftOut());
    }

    private void ifNewest(int request, Runnable action) {
        if (request == requests) {
            action.run();
        }
    }
}
