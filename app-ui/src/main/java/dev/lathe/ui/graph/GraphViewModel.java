package dev.lathe.ui.graph;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.Location.Shown;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.FirstView;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.LayeredLayout;
import dev.lathe.ui.graph.layout.Look;
import dev.lathe.ui.graph.layout.PictureBox;
import dev.lathe.ui.graph.layout.PictureBuilder;
import dev.lathe.ui.graph.layout.Quantizers;
import dev.lathe.ui.graph.layout.TextMeasure;
import dev.lathe.ui.graph.layout.Unfolding;
import dev.lathe.ui.graph.layout.Unfolding.Fold;
import dev.lathe.ui.graph.paint.ChangeMarks;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.graph.paint.PictureIndex;
import dev.lathe.ui.graph.search.SearchModel;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    private final TextMeasure measure = new CharWidths();
    private final SearchModel search;
    private final Jobs jobs;
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
    private final LayeredLayout downwards = new LayeredLayout(measure, Direction.DOWN);
    private final LayeredLayout rightwards = new LayeredLayout(measure, Direction.RIGHT);
    private final ObservableSet<String> selectedGroups = FXCollections.observableSet();
    private Unfolding unfolding = Unfolding.CLOSED;
    private Settled settled = new Settled(Location.MAIN, Unfolding.CLOSED);
    private Optional<Source> source = Optional.empty();
    private Optional<String> awaited = Optional.empty();
    private Jobs.Handle running = Jobs.Handle.NONE;
    private int requests;
    private int reveals;

    /// A wish to see a layer.
    ///
    /// @param number tells two wishes for one layer apart
    public record Reveal(String layer, int number) {}

    private record Source(ModelGraph model, InferredTypes types) {}

    /// What the picture that is shown shows.
    private record Settled(Location location, Unfolding unfolding) {}

    private record Drawn(
            Outline outline, Location location, Unfolding unfolding, PictureIndex picture) {}

    public GraphViewModel(Jobs jobs, Texts texts) {
        this.jobs = jobs;
        this.texts = texts;
        this.search = new SearchModel(jobs, texts, new HitVisitor(this));
        direction.subscribe((_, _) -> draw());
        quantizers.subscribe((_, _) -> draw());
        grouping.subscribe((_, _) -> source.ifPresent(s -> show(s.model(), s.types())));
    }

    /// Lays out the main graph of a model and shows it. A request that is still running is
    /// cancelled; the picture that is shown stays until the new one is there. Layers that the new
    /// model has too stay selected, and groups that it has too stay open.
    public void show(ModelGraph model, InferredTypes types) {
        source = Optional.of(new Source(model, types));
        boolean grouped = grouping.get();
        var was = location.get();
        var opened = unfolding;
        request((style, progress) -> {
            progress.checkCancelled();
            var next = grouped ? Outline.of(model, types) : Outline.ungrouped(model, types);
            var place = was.in(next).isPresent() ? was : Location.MAIN;
            var open = Foldings.kept(next, place, opened);
            return draw(next, place, open, style, progress);
        });
    }

    /// Opens or closes the group, or the node with graphs in it, that a box stands for.
    public void toggle(PictureBox box) {
        boolean opens = !box.role().isFrame();
        var fold = opens ? Fold.OPEN : Fold.CLOSE;
        if (box.role().isGroup()) {
            unfold(unfolding.withGroup(box.name(), fold));
        } else if (box.role().isLayer() && canOpen(box)) {
            unfold(unfolding.withNode(box.name(), fold));
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
        shown().ifPresent(s -> unfold(FirstView.all(s.scope(), s.group())));
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
            location.set(to);
            draw();
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

    private Optional<Shown> shown() {
        return outline.get().flatMap(location.get()::in);
    }

    private void unfold(Unfolding to) {
        unfolding = to;
        draw();
    }

    /// Lays out what is open of the model that is shown.
    private void draw() {
        outline.get()
                .ifPresent(o -> {
                    var place = location.get();
                    var open = unfolding;
                    request((style, progress) -> draw(o, place, open, style, progress));
                });
    }

    /// How a graph is drawn, whatever it is.
    private record Style(Direction direction, Quantizers quantizers) {}

    /// Lays out in a style.
    private interface Drawing {
        Drawn draw(Style style, Progress progress) throws InterruptedException;
    }

    private void request(Drawing drawing) {
        var style = new Style(direction.get(), quantizers.get());
        running.cancel();
        int request = ++requests;
        if (state.get() != GraphState.READY) {
            state.set(GraphState.LOADING);
        }
        running =
                jobs.start(
                        new Job<>(
                                texts.now("graph.job"),
                                progress -> drawing.draw(style, progress),
                                drawn -> ifNewest(request, () -> accept(drawn)),
                                failure -> ifNewest(request, () -> fail(reason(failure))),
                                () -> ifNewest(request, this::settle)));
    }

    /// Shows that no model is open.
    public void clear() {
        running.cancel();
        requests++;
        running = Jobs.Handle.NONE;
        source = Optional.empty();
        outline.set(Optional.empty());
        location.set(Location.MAIN);
        unfolding = Unfolding.CLOSED;
        settled = new Settled(location.get(), unfolding);
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
        var here = shown().flatMap(s -> Ways.open(scope, group, s, unfolding));
        var root = Ways.root(scope);
        var to = here.isPresent() ? location.get() : new Location(root.path(), "");
        var open =
                here.orElseGet(() ->
                        Ways.open(scope, group, new Shown(root, root.groups().root()), unfolding)
                                .orElse(unfolding));
        if (to.equals(location.get()) && open.equals(unfolding)) {
            show(layer);
        } else {
            awaited = Optional.of(layer);
            location.set(to);
            unfold(open);
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

    private Drawn draw(Outline of, Location place, Unfolding open, Style style, Progress progress)
            throws InterruptedException {
        progress.checkCancelled();
        var what = place.in(of).orElseThrow();
        var look = new Look(open, style.quantizers());
        var plan = PictureBuilder.build(what.scope(), what.group(), look, measure, progress);
        progress.checkCancelled();
        var layout = style.direction() == Direction.DOWN ? downwards : rightwards;
        var laidOut = layout.layOut(plan, progress);
        return new Drawn(of, place, open, new PictureIndex(laidOut));
    }

    private void accept(Drawn drawn) {
        running = Jobs.Handle.NONE;
        boolean isNew = !Optional.of(drawn.outline()).equals(outline.get());
        outline.set(Optional.of(drawn.outline()));
        location.set(drawn.location());
        unfolding = drawn.unfolding();
        settled = new Settled(location.get(), unfolding);
        way.set(drawn.location().in(drawn.outline()).map(Location::way).orElse(List.of()));
        picture.set(drawn.picture());
        selectedLayers.removeAll(
                List.copyOf(selectedLayers).stream()
                        .filter(l -> drawn.outline().find(l).isEmpty())
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
        running = Jobs.Handle.NONE;
        boolean hasPicture = !picture.get().graph().boxes().isEmpty();
        location.set(settled.location());
        unfolding = settled.unfolding();
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
