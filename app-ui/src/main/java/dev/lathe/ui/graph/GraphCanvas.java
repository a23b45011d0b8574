package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.Focus;
import dev.lathe.ui.graph.paint.FxBrush;
import dev.lathe.ui.graph.paint.GraphColors;
import dev.lathe.ui.graph.paint.GraphPainter;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.SetChangeListener;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// The picture of a graph in a window that pans and zooms.
final class GraphCanvas extends Pane {
    private static final double FIT_MARGIN = 16;
    private static final double READABLE = 0.6;

    /// How many pixels beside an edge still point at it.
    private static final double EDGE_REACH = 4;

    private final GraphViewModel model;
    private final TraceModel trace;
    private final BoxSelection selection;
    private final TileLayer tiles = new TileLayer();
    private final MarkLayer marks;
    private final MorphLayer morph = new MorphLayer();
    private final Rectangle band = new Rectangle();
    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(this, "viewport", Viewport.NONE);
    private final ReadOnlyObjectWrapper<Area> seen =
            new ReadOnlyObjectWrapper<>(this, "seen", Viewport.NONE.area());
    private final ReadOnlyObjectWrapper<Pointed> pointed =
            new ReadOnlyObjectWrapper<>(this, "pointed", Pointed.NOTHING);
    private final ObjectProperty<OptionalInt> pinnedEdge =
            new SimpleObjectProperty<>(this, "pinnedEdge", OptionalInt.empty());
    private final ObjectProperty<Insets> covered =
            new SimpleObjectProperty<>(this, "covered", Insets.EMPTY);
    private PictureIndex picture;
    private final ReadOnlyObjectWrapper<GraphPainter> painter;
    private Optional<BoxSelection.Key> held = Optional.empty();
    private boolean isTraced;

    /// Whether the picture still waits for a window to be fitted into.
    private boolean waitsForSize = true;

    GraphCanvas(GraphViewModel model, TraceModel trace, BoxSelection selection) {
        this.model = model;
        this.trace = trace;
        this.selection = selection;
        this.picture = model.pictureProperty().get();
        this.painter = new ReadOnlyObjectWrapper<>(this, "painter", newPainter());
        this.marks = new MarkLayer(colors());
        band.getStyleClass().add("graph-band");
        band.setManaged(false);
        band.setMouseTransparent(true);
        band.setVisible(false);
        getChildren().addAll(tiles, marks, morph, band);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        InvalidationListener resized = _ -> resize();
        widthProperty().addListener(resized);
        heightProperty().addListener(resized);
        model.pictureProperty().subscribe(this::accept);
        model.overlayProperty().subscribe(this::repaint);
        model.changesProperty().subscribe(this::repaint);
        model.paletteProperty().subscribe(this::repaint);
        trace.modeProperty().subscribe(this::show);
        model.selectedLayers().addListener((SetChangeListener<String>) _ -> selected());
        model.selectedGroups().addListener((SetChangeListener<String>) _ -> selected());
        model.search().hits().addListener((InvalidationListener) _ -> mark());
        model.search().groups().addListener((InvalidationListener) _ -> mark());
        pointed.subscribe(this::mark);
        pinnedEdge.subscribe(this::mark);
        selection.byKeysProperty().subscribe(this::mark);
        model.revealProperty().subscribe(wish -> wish.ifPresent(w -> reveal(w.layer())));
    }

    Viewport viewport() {
        return viewport.get();
    }

    /// Which part of the picture is seen.
    ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /// What paints the picture that is shown.
    ReadOnlyObjectProperty<GraphPainter> painterProperty() {
        return painter.getReadOnlyProperty();
    }

    /// The part of the picture that is seen.
    ReadOnlyObjectProperty<Area> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /// What the pointer is on.
    ReadOnlyObjectProperty<Pointed> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /// The edge that stays marked when the pointer leaves it.
    ObjectProperty<OptionalInt> pinnedEdgeProperty() {
        return pinnedEdge;
    }

    /// How much of the window, from its sides, lies under other parts: what is revealed is moved
    /// beside them.
    ObjectProperty<Insets> coveredProperty() {
        return covered;
    }

    PictureIndex picture() {
        return picture;
    }

    /// Whether everything that is seen is painted in full.
    boolean isPainted() {
        return tiles.isComplete() && !morph.isVisible();
    }

    /// What is not faded.
    Focus focus() {
        return trace.modeProperty()
                .get()
                .filter(_ -> !selection.isEmpty())
                .map(mode -> GraphTrace.from(picture, selection.boxes(), mode))
                .orElse(Focus.ALL);
    }

    void point(double pixelX, double pixelY) {
        var at = pointedAt(pixelX, pixelY);
        if (!at.equals(pointed.get())) {
            pointed.set(at);
        }
    }

    void pointNowhere() {
        pointed.set(Pointed.NOTHING);
    }

    Pointed pointedAt(double pixelX, double pixelY) {
        double x = viewport().toPictureX(pixelX);
        double y = viewport().toPictureY(pixelY);
        var box = picture.boxAt(x, y);
        return box.isPresent()
                ? new Pointed(box, OptionalInt.empty())
                : new Pointed(box, EdgeHit.at(picture, x, y, EDGE_REACH / viewport().scale()));
    }

    /// The boxes that meet a rectangle of the window.
    BitSet boxesIn(Area pixels) {
        var boxes = new BitSet();
        picture.boxesIn(viewport().toPicture(pixels)).forEach(boxes::set);
        return boxes;
    }

    /// Shows a rectangle of the window that is being drawn with the pointer.
    void showBand(Area pixels) {
        band.setX(pixels.x());
        band.setY(pixels.y());
        band.setWidth(pixels.width());
        band.setHeight(pixels.height());
        band.setVisible(true);
    }

    void hideBand() {
        band.setVisible(false);
    }

    void pan(double dx, double dy) {
        move(viewport().panned(dx, dy));
    }

    void zoom(double factor, double pixelX, double pixelY) {
        move(viewport().zoomed(factor, pixelX, pixelY));
    }

    void zoom(double factor) {
        zoom(factor, getWidth() / 2, getHeight() / 2);
    }

    void resetZoom() {
        zoom(1 / viewport().scale());
    }

    /// Puts a point of the picture into the middle.
    void center(double x, double y) {
        look(x, y, viewport().scale());
    }

    /// Shows a point of the picture in the middle.
    ///
    /// @param scale pixels for a unit of the picture
    void look(double x, double y, double scale) {
        move(viewport().centered(x, y, scale));
    }

    /// Shows all of the picture.
    void fit() {
        fit(Area.of(picture.graph()), 1);
    }

    /// Shows a rectangle of the window as large as it fits.
    void fitBand(Area pixels) {
        fit(viewport().toPicture(pixels), Viewport.LARGEST);
    }

    /// Shows boxes as large as they fit, but not larger than they are read well.
    void fit(BitSet boxes) {
        var placed = boxes.stream().mapToObj(picture.graph().boxes()::get).toList();
        if (placed.isEmpty()) {
            return;
        }
        double left = placed.stream().mapToDouble(PlacedBox::x).min().orElse(0);
        double top = placed.stream().mapToDouble(PlacedBox::y).min().orElse(0);
        double right = placed.stream().mapToDouble(PlacedBox::right).max().orElse(0);
        double bottom = placed.stream().mapToDouble(PlacedBox::bottom).max().orElse(0);
        double largest = placed.size() == 1 ? 1.5 : 1;
        fit(new Area(left - 40, top - 40, right - left + 80, bottom - top + 80), largest);
    }

    /// Moves the view to a layer if it is not well inside it.
    void reveal(String layer) {
        picture.graph().boxOf(layer).ifPresent(this::reveal);
    }

    /// Moves the view to a box if it is not well inside it.
    void reveal(int index) {
        var box = picture.graph().boxes().get(index);
        boolean readable = viewport().scale() >= READABLE;
        var margins = covered.get();
        var open =
                viewport()
                        .panned(-margins.getLeft(), -margins.getTop())
                        .sized(
                                Math.max(1, getWidth() - margins.getLeft() - margins.getRight()),
                                Math.max(1, getHeight() - margins.getTop() - margins.getBottom()));
        if (!readable || !open.holdsWell(box)) {
            double scale = readable ? viewport().scale() : 1;
            move(
                    open.centered(box.centerX(), box.centerY(), scale)
                            .panned(margins.getLeft(), margins.getTop())
                            .sized(getWidth(), getHeight()));
        }
    }

    private void fit(Area area, double largest) {
        var inner =
                viewport()
                        .sized(
                                Math.max(1, getWidth() - 2 * FIT_MARGIN),
                                Math.max(1, getHeight() - 2 * FIT_MARGIN));
        var fitted = inner.fitted(area, largest).panned(FIT_MARGIN, FIT_MARGIN);
        move(fitted.sized(getWidth(), getHeight()));
    }

    private void resize() {
        viewport.set(viewport().sized(getWidth(), getHeight()));
        if (waitsForSize && getWidth() > 0 && getHeight() > 0) {
            waitsForSize = false;
            start();
        } else {
            move(viewport());
        }
    }

    /// Keeps a box where it is when the next picture comes.
    void hold(int box) {
        held = Optional.of(BoxSelection.Key.of(picture.graph().boxes().get(box).box()));
    }

    private void accept(PictureIndex shown) {
        var before = picture;
        var seenBefore = viewport();
        var old = painter.get();
        picture = shown;
        painter.set(newPainter());
        pointed.set(Pointed.NOTHING);
        pinnedEdge.set(OptionalInt.empty());
        morph.stop();
        if (getWidth() <= 0 || getHeight() <= 0) {
            waitsForSize = true;
            show();
            return;
        }
        var anchor = anchor(before);
        held = Optional.empty();
        if (anchor.isEmpty()) {
            start();
            show();
            return;
        }
        keep(before, anchor.get());
        var way = new Morph(before, seenBefore, picture, viewport());
        morph.update(viewport());
        if (!old.surface().equals(painter.get().surface())
                || !MorphLayer.canPlay(way, viewport().scale())) {
            show();
            return;
        }
        morph.play(way, painter.get(), colors(), this::show, tiles::isComplete);
    }

    /// What stays where it is: the box that is to be held, or what is in the middle, if both
    /// pictures have it.
    private Optional<BoxSelection.Key> anchor(PictureIndex before) {
        return held.filter(key -> find(before, key).isPresent() && find(picture, key).isPresent())
                .or(() -> middle(before));
    }

    private Optional<BoxSelection.Key> middle(PictureIndex before) {
        var seen = viewport().area();
        return before.boxesIn(seen).stream()
                .map(before.graph().boxes()::get)
                .filter(box -> box.box().role().isLayer() || box.box().role().isGroup())
                .filter(box -> !box.box().role().isFrame())
                .filter(box -> find(picture, BoxSelection.Key.of(box.box())).isPresent())
                .min((a, b) -> Double.compare(distance(a, seen), distance(b, seen)))
                .map(box -> BoxSelection.Key.of(box.box()));
    }

    private void keep(PictureIndex before, BoxSelection.Key key) {
        var was = find(before, key).orElseThrow();
        var is = find(picture, key).orElseThrow();
        boolean byCorner = was.box().role().isFrame() || is.box().role().isFrame();
        double dx = byCorner ? was.x() - is.x() : was.centerX() - is.centerX();
        double scale = viewport().scale();
        viewport.set(within(viewport().panned(dx * scale, (was.y() - is.y()) * scale)));
        seen.set(viewport().area());
    }

    private static Optional<PlacedBox> find(PictureIndex picture, BoxSelection.Key key) {
        var graph = picture.graph();
        var found = key.isGroup() ? graph.boxOfGroup(key.name()) : graph.boxOf(key.name());
        return found.stream().mapToObj(graph.boxes()::get).findFirst();
    }

    private static double distance(PlacedBox box, Area area) {
        return Math.hypot(
                box.centerX() - area.x() - area.width() / 2,
                box.centerY() - area.y() - area.height() / 2);
    }

    /// The first view: all of it if that is readable, else its beginning.
    private void start() {
        var graph = picture.graph();
        if (graph.boxes().isEmpty()) {
            return;
        }
        fit();
        if (viewport().scale() < READABLE) {
            var first = graph.boxes().getFirst();
            boolean down = graph.direction() == Direction.DOWN;
            double room = down ? getWidth() / graph.width() : getHeight() / graph.height();
            double scale = Math.clamp(room, READABLE, 1);
            boolean isWhole = room >= scale;
            double ahead = (down ? getHeight() : getWidth()) / 2 / scale - FIT_MARGIN;
            double x = isWhole ? graph.width() / 2 : first.centerX();
            double y = isWhole ? graph.height() / 2 : first.centerY();
            x = down ? x : first.x() + ahead;
            y = down ? first.y() + ahead : y;
            move(viewport().centered(x, y, scale));
        }
    }

    private void move(Viewport to) {
        viewport.set(within(to));
        seen.set(viewport().area());
        if (!morph.isMoving()) {
            tiles.update(viewport());
        }
        marks.update(viewport());
        morph.update(viewport());
    }

    private Viewport within(Viewport to) {
        return to.within(picture.graph().width(), picture.graph().height());
    }

    private void repaint() {
        painter.set(newPainter());
        show();
    }

    private GraphPainter newPainter() {
        return new GraphPainter(
                picture,
                colors(),
                model.overlayProperty().get(),
                model.changesProperty().get(),
                new CharWidths());
    }

    private void show() {
        setBackground(Background.fill(FxBrush.color(colors().surface())));
        tiles.show(
                picture.graph().boxes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Painting(picture, painter.get(), focus())),
                viewport());
        mark();
    }

    private void selected() {
        isTraced |= trace.isOn();
        mark();
    }

    /// Has the marks painted before the next frame: many boxes may be selected one by one.
    private void mark() {
        setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (isTraced) {
            isTraced = false;
            show();
        }
        var at = pointed.get();
        marks.show(
                new Marks(
                        picture,
                        selection.boxes(),
                        hits(),
                        at.box(),
                        at.edge().isPresent() ? at.edge() : pinnedEdge.get(),
                        selection.byKeysProperty().get()
                                ? selection.cursor()
                                : OptionalInt.empty()),
                colors(),
                viewport());
    }

    /// The boxes of what the search found.
    private BitSet hits() {
        var boxes = BoxSelection.boxesOf(picture, model.search().hits());
        for (String group : model.search().groups()) {
            picture.graph().boxOfGroup(group).ifPresent(boxes::set);
        }
        return boxes;
    }

    private GraphColors colors() {
        var colors = GraphColors.of(model.paletteProperty().get());
        return model.changesProperty().get().isNone() ? colors : colors.forComparison();
    }
}
