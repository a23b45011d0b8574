package dev.lathe.ui.inspect;

import dev.lathe.model.metric.CostValues;
import dev.lathe.model.metric.Metric;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.search.Hit;
import dev.lathe.model.search.Query;
import dev.lathe.model.search.QueryProblem;
import dev.lathe.model.search.SearchIndex;
import dev.lathe.model.search.SearchResult;
import dev.lathe.model.work.AtomicFile;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.transformation.FilteredList;

/// What the layer table shows: the layers of all graphs of the current version that a query finds.
public final class LayerTableModel {
    private final Workbench workbench;
    private final Jobs jobs;
    private final Consumer<String> onReveal;
    private final Texts texts;
    private final ObservableList<LayerRow> rows = FXCollections.observableArrayList();
    private final FilteredList<LayerRow> found = new FilteredList<>(rows);
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyObjectWrapper<Map<String, Double>> zeros =
            new ReadOnlyObjectWrapper<>(this, "zeros", Map.of());
    private final BooleanProperty zerosWanted = new SimpleBooleanProperty(this, "zerosWanted");
    private SearchIndex index = SearchIndex.EMPTY;
    private Jobs.Handle listing = Jobs.Handle.NONE;
    private Jobs.Handle finding = Jobs.Handle.NONE;
    private Jobs.Handle counting = Jobs.Handle.NONE;
    private int requests;
    private int queries;
    private Optional<Version> counted = Optional.empty();

    private record Listed(List<LayerRow> rows, SearchIndex index) {}

    /// The layers of what is open in a workbench.
    ///
    /// @param onReveal brings the layer with an id into view elsewhere
    public LayerTableModel(Workbench workbench, Jobs jobs, Consumer<String> onReveal, Texts texts) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.onReveal = onReveal;
        this.texts = texts;
        query.subscribe(this::filter);
        zerosWanted.subscribe(this::count);
        show(Optional.empty(), workbench.currentProperty().get());
        workbench.currentProperty().subscribe(this::show);
    }

    /// All layers, in the order of the graph.
    ObservableList<LayerRow> rows() {
        return rows;
    }

    /// The layers that the query finds, in the order of the graph.
    ObservableList<LayerRow> found() {
        return found;
    }

    /// What people look for; empty for everything.
    StringProperty queryProperty() {
        return query;
    }

    /// The ids of the selected layers.
    ObservableSet<String> selected() {
        return workbench.selectedLayers();
    }

    /// The share of zeros among the weights of layers, 0 to 1, by layer id; empty until they are
    /// wanted and counted.
    ReadOnlyObjectProperty<Map<String, Double>> zerosProperty() {
        return zeros.getReadOnlyProperty();
    }

    /// Whether the zeros are to be counted, which reads all weights.
    BooleanProperty zerosWantedProperty() {
        return zerosWanted;
    }

    /// Brings a layer into view.
    void reveal(LayerRow row) {
        onReveal.accept(row.name());
    }

    /// Some rows as comma-separated values.
    String csv(List<LayerRow> some) {
        return LayerCsv.of(some, zeros.get());
    }

    /// Writes some rows to a file as comma-separated values.
    void save(List<LayerRow> some, Path file) {
        var content = List.copyOf(some);
        var shares = zeros.get();
        jobs.start(
                new Job<>(
                        texts.now("session.job.save", file.getFileName()),
                        _ -> {
                            var csv = LayerCsv.of(content, shares).getBytes(StandardCharsets.UTF_8);
                            AtomicFile.write(file, stream -> stream.write(csv));
                            return file;
                        },
                        _ -> {},
                        workbench.problems()::report));
    }

    /// The name that a file with the table is to have.
    String suggestedName() {
        var name = workbench.openProperty().get().map(open -> open.name()).orElse("model");
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "-layers.csv";
    }

    private void filter() {
        finding.cancel();
        int mine = ++queries;
        var wanted = Query.parse(query.get() == null ? "" : query.get());
        if (wanted.isEmpty()) {
            found.setPredicate(null);
            return;
        }
        var searched = index;
        finding =
                jobs.start(
                        new Job<>(
                                texts.now("layers.job.find"),
                                progress -> searched.find(wanted, progress),
                                result -> {
                                    if (mine == queries) {
                                        showFound(result);
                                    }
                                },
                                workbench.problems()::report));
    }

    /// Shows what a query found: the layers in the groups that it found if it found no layers. A
    /// query of which the end is still to be typed changes nothing.
    private void showFound(SearchResult result) {
        if (result.hits().isEmpty()
                && result.problem()
                        .filter(p -> !(p instanceof QueryProblem.UnknownKey))
                        .isPresent()) {
            return;
        }
        var layers = ids(result, Hit.Kind.LAYER);
        if (layers.isEmpty()) {
            var groups = ids(result, Hit.Kind.GROUP);
            found.setPredicate(row -> isInside(row.group(), groups));
        } else {
            found.setPredicate(row -> layers.contains(row.name()));
        }
    }

    private static Set<String> ids(SearchResult result, Hit.Kind kind) {
        return result.hits().stream()
                .filter(hit -> hit.kind() == kind)
                .map(Hit::id)
                .collect(Collectors.toSet());
    }

    /// Whether a group is one of the groups or in one of them.
    private static boolean isInside(String group, Set<String> groups) {
        for (int end = group.length(); end > 0; end = group.lastIndexOf('/', end - 1)) {
            if (groups.contains(group.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private void show(Optional<Version> before, Optional<Version> version) {
        if (before.isPresent() && version.isPresent() && sameRows(before.get(), version.get())) {
            return;
        }
        listing.cancel();
        int request = ++requests;
        if (version.isEmpty()) {
            rows.clear();
            forgetZeros();
            return;
        }
        listing =
                jobs.start(
                        new Job<>(
                                texts.now("layers.job"),
                                progress -> list(version.get(), progress),
                                made -> {
                                    if (request == requests) {
                                        accept(made);
                                    }
                                },
                                workbench.problems()::report));
        count();
    }

    @SuppressWarnings("ReferenceEquality") // comparing two large models takes long
    private static boolean sameRows(Version before, Version now) {
        return before.model() == now.model() && before.profile().equals(now.profile());
    }

    private static Listed list(Version version, Progress progress) throws InterruptedException {
        var outline = Outline.of(version.model(), version.types());
        return new Listed(
                LayerRows.of(version, outline, progress), SearchIndex.of(outline, progress));
    }

    private void accept(Listed listed) {
        index = listed.index();
        if (!listed.rows().equals(rows)) {
            rows.setAll(listed.rows());
        }
        filter();
    }

    private void forgetZeros() {
        counting.cancel();
        counted = Optional.empty();
        zeros.set(Map.of());
    }

    /// Counts the zeros of the current version if they are wanted and it is another model than the
    /// one that they were counted of.
    @SuppressWarnings("ReferenceEquality") // comparing two large models takes long
    private void count() {
        var version = workbench.currentProperty().get();
        if (!zerosWanted.get() || version.isEmpty()) {
            return;
        }
        var model = version.get().model();
        if (counted.isPresent() && counted.get().model() == model) {
            return;
        }
        forgetZeros();
        counted = version;
        counting =
                jobs.start(
                        new Job<>(
                                texts.now("layers.job.zeros"),
                                progress -> countZeros(version.get(), progress),
                                all -> {
                                    if (counted.isPresent() && counted.get().model() == model) {
                                        zeros.set(all);
                                    }
                                },
                                workbench.problems()::report));
    }

    private static Map<String, Double> countZeros(Version version, Progress progress)
            throws InterruptedException {
        var shares = new HashMap<String, Double>();
        var outline = Outline.of(version.model(), version.types());
        CostValues.of(Metric.SPARSITY, outline, progress)
                .layers()
                .forEach((layer, share) -> {
                    if (share.isExact()) {
                        shares.put(layer, share.value());
                    }
                });
        return Map.copyOf(shares);
    }
}
