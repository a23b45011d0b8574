package dev.lathe.ui.graph;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.Location.Shown;
import dev.lathe.ui.graph.Sketcher.Grouping;
import dev.lathe.ui.graph.Sketcher.Outcome;
import dev.lathe.ui.graph.Sketcher.Sketch;
import dev.lathe.ui.graph.Sketcher.Source;
import dev.lathe.ui.graph.Sketcher.Style;
import dev.lathe.ui.graph.Sketcher.View;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.FirstView;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.PictureBox;
import dev.lathe.ui.graph.layout.Quantizers;
import dev.lathe.ui.graph.layout.Unfolding;
import dev.lathe.ui.graph.layout.Unfolding.Fold;
import dev.lathe.ui.graph.paint.ChangeMarks;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.graph.paint.PictureIndex;
import dev.lathe.ui.graph.search.SearchModel;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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
    private final SearchModel search;
    private final Sketcher sketcher;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<Outline>> outline =
            new ReadOnlyObjectWrapper<>(this, "outline", Optional.empty());
    private final ReadOnlyObjectWrapper<Location> location =
            new ReadOnlyObjectWrapper<>(this, "location", Location.MAIN);
    private final ReadOnlyObjectWrapper<List<Location>> way =
            new ReadOnlyObjectWrapper<>(this, "way", List.of());
    private final ObjectProperty<Direction> direction =
            new SimpleObjectProperty<>(this, "direction", Direction.DOWN);
    private final ObjectProperty<Quantizers> quantizers =
            new SimpleObjectProperty<>(this, "quantizers", Quantizers.FOLDED);
    private final BooleanProperty grouping = new SimpleBooleanProperty(this, "grouping", true);
    private final ObservableSet<String> selectedGroups = FXCollections.observableSet();
    private Optional<String> awaited = Optional.empty();

    /// What is wanted, and what the picture shows already.
    private View wanted = View.NONE;

    private View shown = View.NONE;

    /// The model that is wanted, and whether the picture is of another still.
    private Optional<Source> source = Optional.empty();

    private boolean isNewSource;
    private int reveals;

    /// A wish to see a layer.
    ///
    /// @param number tells two wishes for one layer apart
    public record Reveal(String layer, int number) {}

    public GraphViewModel(Jobs jobs, Texts texts) {
        this.sketcher = new Sketcher(jobs);
        this.texts = texts;
        this.search = new SearchModel(jobs, texts, new HitVisitor(this));
        direction.subscribe((_, _) -> draw());
        quantizers.subscribe((_, _) -> draw());
        grouping.subscribe((_, _) -> {
            isNewSource = true;
            draw();
        });
    }

    /// Lays out the main graph of a model and shows it. A request that is still running is
    /// cancelled; the picture that is shown stays until the new one is there. Layers that the new
    /// model has too stay selected, and groups that it has too stay open.
    public void show(ModelGraph model, InferredTypes types) {
        source = Optional.of(new Source(model, types));
        isNewSource = true;
        draw();
    }

    /// Opens or closes the group, or the node with graphs in it, that a box stands for.
    public void toggle(PictureBox box) {
        boolean opens = !box.role().isFrame();
        var fold = opens ? Fold.OPEN : Fold.CLOSE;
        if (box.role().isGroup()) {
            unfold(wanted.unfolding().withGroup(box.name(), fold));
        } else if (box.role().isLayer() && canOpen(box)) {
            unfold(wanted.unfolding().withNode(box.name(), fold));
        }
    }

    /// Whether a box stands for something that can be open.
    public boolean canOpen(PictureBox box) {
        return box.role().isGroup()
                || (box.role().isLayer()
                        && outline.get()
                                .flatMap(o -> o.find(box.name()))
                                .map(place -> !place.scope().inside(place.node()).isEmpty())
                                .orElse(false));
    }

    /// Opens all that is shown.
    public void openAll() {
        place().ifPresent(s -> unfold(FirstView.all(s.scope(), s.group())));
    }

    /// Closes all that is shown.
    public void closeAll() {
        unfold(Unfolding.CLOSED);
    }

    /// Shows what is inside a box by itself.
    public void enter(PictureBox box) {
        outline.get().flatMap(o -> Foldings.inside(o, box)).ifPresent(this::go);
    }

    /// Shows what is around that which is shown.
    public void leave() {
        var around = way.get();
        if (around.size() > 1) {
            go(around.get(around.size() - 2));
        }
    }

    /// Shows a graph or a group by itself.
    public void go(Location to) {
        if (outline.get().flatMap(to::in).isPresent()) {
            want(to, wanted.unfolding());
        }
    }

    /// What is shown, and what it is in: from the outermost graph inwards.
    public ReadOnlyObjectProperty<List<Location>> wayProperty() {
        return way.getReadOnlyProperty();
    }

    /// What is shown.
    public ReadOnlyObjectProperty<Location> locationProperty() {
        return location.getReadOnlyProperty();
    }

    /// All graphs of the model that is shown.
    public ReadOnlyObjectProperty<Optional<Outline>> outlineProperty() {
        return outline.getReadOnlyProperty();
    }

    /// Where the graph flows to.
    public ObjectProperty<Direction> directionProperty() {
        return direction;
    }

    /// How pairs of quantizers are drawn.
    public ObjectProperty<Quantizers> quantizersProperty() {
        return quantizers;
    }

    /// Whether layers are drawn in groups.
    public BooleanProperty groupingProperty() {
        return grouping;
    }

    private Optional<Shown> place() {
        return outline.get().flatMap(wanted.location()::in);
    }

    private void unfold(Unfolding to) {
        want(wanted.location(), to);
    }

    private void want(Location to, Unfolding open) {
        wanted = new View(to, open);
        draw();
    }

    /// Draws what is wanted: the model if it is another, else another view of it.
    private void draw() {
        var title = texts.now("graph.job");
        var outcome = new Outcome(this::accept, this::fail, this::settle);
        if (isNewSource && source.isPresent()) {
            load();
            sketcher.drawModel(title, source.get(), wanted, style(), outcome);
        } else if (outline.get().isPresent()) {
            load();
            sketcher.drawView(title, outline.get().get(), wanted, style(), outcome);
        }
    }

    private Style style() {
        return new Style(
                direction.get(),
                quantizers.get(),
                grouping.get() ? Grouping.GROUPS : Grouping.FLAT);
    }

    private void load() {
        if (state.get() != GraphState.READY) {
            state.set(GraphState.LOADING);
        }
    }

    /// Shows that no model is open.
    public void clear() {
        sketcher.forget();
        source = Optional.empty();
        isNewSource = false;
        outline.set(Optional.empty());
        location.set(Location.MAIN);
        wanted = View.NONE;
        shown = View.NONE;
        way.set(List.of());
        picture.set(new PictureIndex(LaidOutGraph.EMPTY));
        selectedLayers.clear();
        search.searchIn(Optional.empty());
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
        sketcher.cancel();
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

    /// The identifiers of the selected groups; may be changed from outside.
    public ObservableSet<String> selectedGroups() {
        return selectedGroups;
    }

    /// The search.
    public SearchModel search() {
        return search;
    }

    /// Selects one layer and brings it into view; what it is in is opened.
    public void select(String layer) {
        selectOnly(Set.of(layer));
        reveal(layer);
    }

    /// Brings a layer into view; what it is in is opened.
    public void reveal(String layer) {
        var found = outline.get().flatMap(o -> o.find(layer));
        if (found.isEmpty()) {
            return;
        }
        var place = found.get();
        var home = place.scope().groups().home(place.node());
        open(place.scope(), home, layer);
    }

    /// Selects one group and brings it into view; what it is in is opened.
    public void selectGroup(String group) {
        var found = outline.get().flatMap(o -> Foldings.group(o, group).flatMap(l -> l.in(o)));
        found.ifPresent(shown -> {
            selectedLayers.clear();
            selectedGroups.retainAll(Set.of(group));
            selectedGroups.add(group);
            var around = Ways.to(shown.scope().groups(), shown.group());
            var home =
                    around.size() > 1
                            ? around.get(around.size() - 2)
                            : shown.scope().groups().root();
            open(shown.scope(), home, shown.firstLayer());
        });
    }

    /// Opens a group and all that it is in, and then shows a layer.
    private void open(Scope scope, Group group, String layer) {
        var unfolding = wanted.unfolding();
        var here = place().flatMap(s -> Ways.open(scope, group, s, unfolding));
        var root = Ways.root(scope);
        var to = here.isPresent() ? wanted.location() : new Location(root.path(), "");
        var open =
                here.orElseGet(() ->
                        Ways.open(scope, group, new Shown(root, root.groups().root()), unfolding)
                                .orElse(unfolding));
        if (new View(to, open).equals(shown)) {
            show(layer);
        } else {
            awaited = Optional.of(layer);
            want(to, open);
        }
    }

    /// Moves the view to the box that shows a layer now: its own, or the closed group it is in.
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

    private void accept(Sketch sketch) {
        isNewSource = false;
        boolean isNew = !Optional.of(sketch.outline()).equals(outline.get());
        outline.set(Optional.of(sketch.outline()));
        wanted = sketch.view();
        shown = wanted;
        location.set(shown.location());
        way.set(place().map(Location::way).orElse(List.of()));
        picture.set(sketch.picture());
        selectedLayers.removeAll(
                List.copyOf(selectedLayers).stream()
                        .filter(l -> sketch.outline().find(l).isEmpty())
                        .toList());
        if (isNew) {
            search.searchIn(outline.get());
        }
        state.set(GraphState.READY);
        awaited.ifPresent(this::show);
        awaited = Optional.empty();
    }

    /// After a cancellation: back to what was shown before.
    private void settle() {
        wanted = shown;
        awaited = Optional.empty();
        boolean hasPicture = !picture.get().graph().boxes().isEmpty();
        state.set(hasPicture ? GraphState.READY : GraphState.EMPTY);
    }
}
