package dev.lathe.ui.compress;

import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.layer.LayerWeights;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.job.Jobs.Handle;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

/// How much to prune, and what that would do.
final class PruneViewModel {
    private final DoubleProperty amount = new SimpleDoubleProperty(this, "amount", 0.5);
    private final ObjectProperty<PruneScope> scope =
            new SimpleObjectProperty<>(this, "scope", PruneScope.GLOBAL);
    private final ReadOnlyObjectWrapper<Optional<PrunePreview>> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
    private final LayerItems layers = new LayerItems();
    private final Jobs jobs;
    private final Texts texts;
    private List<Magnitudes> magnitudes = List.of();
    private Handle counting = Handle.NONE;

    PruneViewModel(Jobs jobs, Texts texts) {
        this.jobs = jobs;
        this.texts = texts;
        amount.subscribe(this::refresh);
        scope.subscribe(this::refresh);
        layers.list().addListener((ListChangeListener<LayerItem>) _ -> refresh());
    }

    /// The share of weights to set to zero, 0 to 1.
    DoubleProperty amountProperty() {
        return amount;
    }

    ObjectProperty<PruneScope> scopeProperty() {
        return scope;
    }

    LayerItems layers() {
        return layers;
    }

    /// What the edit would do; empty until the weights are counted.
    ReadOnlyObjectProperty<Optional<PrunePreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    PruneMagnitude edit() {
        return new PruneMagnitude(amount.get(), scope.get(), layers.selection());
    }

    /// Shows the layers of a version and counts its weights by magnitude.
    void show(Optional<Version> version) {
        counting.cancel();
        magnitudes = List.of();
        if (version.isEmpty()) {
            layers.clear();
            return;
        }
        var graph = version.get().model().graph();
        layers.show(graph);
        counting =
                jobs.start(
                        new Job<>(
                                texts.now("compress.job.count"),
                                progress -> count(graph, progress),
                                this::counted,
                                _ -> counted(List.of())));
    }

    private void counted(List<Magnitudes> counted) {
        magnitudes = counted;
        refresh();
    }

    private void refresh() {
        var included = layers.includedNames();
        var taken = magnitudes.stream().filter(m -> included.contains(m.layer())).toList();
        if (taken.isEmpty()) {
            preview.set(Optional.empty());
            layers.list().forEach(item -> item.zerosProperty().set(alreadyZero(item)));
            return;
        }
        var next = PrunePreview.of(taken, amount.get(), scope.get());
        for (LayerItem item : layers.list()) {
            var share = next.shares().get(item.name());
            item.zerosProperty().set(share == null ? alreadyZero(item) : share);
        }
        preview.set(Optional.of(next));
    }

    private double alreadyZero(LayerItem item) {
        return magnitudes.stream()
                .filter(m -> m.layer().equals(item.name()) && m.weights() > 0)
                .mapToDouble(m -> (double) m.zeros() / m.weights())
                .findFirst()
                .orElse(0);
    }

    private static List<Magnitudes> count(Graph graph, Progress progress)
            throws InterruptedException {
        var result = new ArrayList<Magnitudes>();
        var weights = LayerWeights.find(graph);
        for (int i = 0; i < weights.size(); i++) {
            progress.checkCancelled();
            progress.update(i, weights.size());
            var weight = weights.get(i);
            Magnitudes.ofFloats(weight.layer(), weight.tensor()).ifPresent(result::add);
        }
        return result;
    }
}
