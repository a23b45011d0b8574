package dev.lathe.ui.graph;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.LayeredLayout;
import dev.lathe.ui.graph.layout.PictureBuilder;
import dev.lathe.ui.graph.layout.TextMeasure;
import dev.lathe.ui.graph.paint.ChangeMarks;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.graph.paint.PictureIndex;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// What the graph pane shows and can do.
public final class GraphViewModel {
    private final ReadOnlyObjectWrapper<GraphState> state =
            new ReadOnlyObjectWrapper<>(this, "state", GraphState.EMPTY);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<PictureIndex> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", new PictureIndex(LaidOutGraph.EMPTY));
    private final ReadOnlyObjectWrapper<Optional<Reveal>> reveal =
            new ReadOnlyObjectWrapper<>(this, "reveal", Optional.empty());
    private final ObjectProperty<NodeOverlay> overlay =
            new SimpleObjectProperty<>(this, "overlay", NodeOverlay.NONE);
    private final ObjectProperty<ChangeMarks> changes =
            new SimpleObjectProperty<>(this, "changes", ChangeMarks.NONE);
    private final ObjectProperty<KindPalette> palette =
            new SimpleObjectProperty<>(this, "palette", KindPalette.LIGHT);
    private final ObservableSet<String> selectedLayers = FXCollections.observableSet();
    private final TextMeasure measure = new CharWidths();
    private final SearchModel search = new SearchModel(this::select);
    private final Jobs jobs;
    private final Texts texts;
    private Jobs.Handle running = Jobs.Handle.NONE;
    private int requests;
    private int reveals;

    /// A wish to see a layer.
    ///
    /// @param number tells two wishes for one layer apart
    public record Reveal(String layer, int number) {}

    private record Drawn(PictureIndex picture, GraphSearch search) {}

    public GraphViewModel(Jobs jobs, Texts texts) {
        this.jobs = jobs;
        this.texts = texts;
    }

    /// Lays out the main graph of a model and shows it. A request that is still running is
    /// cancelled; the picture that is shown stays until the new one is there. Layers that the new
    /// model has too stay selected.
    public void show(ModelGraph model, InferredTypes types) {
        running.cancel();
        int request = ++requests;
        if (state.get() != GraphState.READY) {
            state.set(GraphState.LOADING);
        }
        running =
                jobs.start(
                        new Job<>(
                                texts.now("graph.job"),
                                progress -> draw(model, types, progress),
                                drawn -> ifNewest(request, () -> accept(drawn)),
                                failure -> ifNewest(request, () -> fail(reason(failure))),
                                () -> ifNewest(request, this::settle)));
    }

    /// Shows that no model is open.
    public void clear() {
        running.cancel();
        requests++;
        accept(new Drawn(new PictureIndex(LaidOutGraph.EMPTY), GraphSearch.NOTHING));
        state.set(GraphState.EMPTY);
    }

    /// Shows why there is no picture.
    ///
    /// @param reason a sentence
    public void fail(String reason) {
        message.set(reason);
        state.set(GraphState.FAILED);
    }

    /// Stops laying out.
    public void cancel() {
        running.cancel();
    }

    public ReadOnlyObjectProperty<GraphState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why there is no picture.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PictureIndex> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// The layer that is to be brought into view.
    public ReadOnlyObjectProperty<Optional<Reveal>> revealProperty() {
        return reveal.getReadOnlyProperty();
    }

    /// Values that colour the layers instead of the kinds of operators.
    public ObjectProperty<NodeOverlay> overlayProperty() {
        return overlay;
    }

    /// What became of the layers, where this graph is compared with another.
    public ObjectProperty<ChangeMarks> changesProperty() {
        return changes;
    }

    /// The colours: those for a light or for a dark surface.
    public ObjectProperty<KindPalette> paletteProperty() {
        return palette;
    }

    /// The names of the selected layers; may be changed from outside.
    public ObservableSet<String> selectedLayers() {
        return selectedLayers;
    }

    /// The search.
    public SearchModel search() {
        return search;
    }

    /// Selects one layer and brings it into view.
    public void select(String layer) {
        selectOnly(Set.of(layer));
        show(layer);
    }

    /// Brings a layer into view.
    public void show(String layer) {
        reveal.set(Optional.of(new Reveal(layer, ++reveals)));
    }

    /// Selects just these layers.
    public void selectOnly(Collection<String> layers) {
        selectedLayers.retainAll(layers);
        selectedLayers.addAll(layers);
    }

    /// Adds a layer to the selection or takes it away.
    public void toggle(String layer) {
        if (!selectedLayers.remove(layer)) {
            selectedLayers.add(layer);
        }
    }

    /// Selects the layer that a step leads to from the selected one; the first layer if none is
    /// selected.
    public void walk(Step step) {
        var boxes = picture.get().graph().boxes();
        var target =
                selectedBox().isPresent()
                        ? new GraphWalk(picture.get()).from(selectedBox().getAsInt(), step)
                        : firstNode();
        target.ifPresent(box -> select(boxes.get(box).box().name()));
    }

    private OptionalInt selectedBox() {
        var graph = picture.get().graph();
        return selectedLayers.stream()
                .map(graph::boxOf)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .findFirst();
    }

    private OptionalInt firstNode() {
        var boxes = picture.get().graph().boxes();
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).box().role() == BoxRole.NODE) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private Drawn draw(ModelGraph model, InferredTypes types, Progress progress)
            throws InterruptedException {
        progress.checkCancelled();
        var plan = PictureBuilder.build(model.graph(), types, measure);
        progress.checkCancelled();
        var laidOut = new LayeredLayout(measure).layOut(plan, progress);
        return new Drawn(new PictureIndex(laidOut), new GraphSearch(model.graph()));
    }

    private void accept(Drawn drawn) {
        running = Jobs.Handle.NONE;
        picture.set(drawn.picture());
        selectedLayers.removeAll(
                List.copyOf(selectedLayers).stream()
                        .filter(l -> drawn.picture().graph().boxOf(l).isEmpty())
                        .toList());
        search.searchIn(drawn.search());
        state.set(GraphState.READY);
    }

    /// After a cancellation: back to what was shown before.
    private void settle() {
        running = Jobs.Handle.NONE;
        boolean hasPicture = !picture.get().graph().boxes().isEmpty();
        state.set(hasPicture ? GraphState.READY : GraphState.EMPTY);
    }

    private void ifNewest(int request, Runnable action) {
        if (request == requests) {
            action.run();
        }
    }

    private static String reason(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
