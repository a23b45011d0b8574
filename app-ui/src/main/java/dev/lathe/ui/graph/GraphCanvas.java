package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.FxBrush;
import dev.lathe.ui.graph.paint.GraphColors;
import dev.lathe.ui.graph.paint.GraphPainter;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.SetChangeListener;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// The picture of a graph in a window that pans and zooms.
final class GraphCanvas extends Pane {
    private static final double FIT_MARGIN = 16;
    private static final double READABLE = 0.6;

    private final GraphViewModel model;
    private final TileLayer tiles = new TileLayer();
    private final MarkLayer marks = new MarkLayer();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
    private final ReadOnlyObjectWrapper<Area> seen =
            new ReadOnlyObjectWrapper<>(this, "seen", Viewport.NONE.area());
    private final ReadOnlyObjectWrapper<OptionalInt> pointed =
            new ReadOnlyObjectWrapper<>(this, "pointed", OptionalInt.empty());
    private Viewport viewport = Viewport.NONE;
    private PictureIndex picture;

    /// Whether the picture still waits for a window to be fitted into.
    private boolean waitsForSize = true;

    GraphCanvas(GraphViewModel model) {
        this.model = model;
        this.picture = model.pictureProperty().get();
        getChildren().addAll(tiles, marks);
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
        model.selectedLayers().addListener((SetChangeListener<String>) _ -> mark());
        model.search().hits().addListener((InvalidationListener) _ -> mark());
        pointed.subscribe(this::mark);
        model.revealProperty().subscribe(wish -> wish.ifPresent(w -> reveal(w.layer())));
    }

    Viewport viewport() {
        return viewport;
    }

    /// Pixels for a unit of the picture.
    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /// The part of the picture that is seen.
    ReadOnlyObjectProperty<Area> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /// Shows a point of the picture in the middle.
    ///
    /// @param scale pixels for a unit of the picture
    void look(double x, double y, double scale) {
        move(viewport.centered(x, y, scale));
    }

    /// The box that the pointer is on.
    ReadOnlyObjectProperty<OptionalInt> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    PictureIndex picture() {
        return picture;
    }

    /// Whether everything that is seen is painted in full.
    boolean isPainted() {
        return tiles.isComplete();
    }

    void point(double pixelX, double pixelY) {
        var box = boxAt(pixelX, pixelY);
        if (!box.equals(pointed.get())) {
            pointed.set(box);
        }
    }

    void pointNowhere() {
        pointed.set(OptionalInt.empty());
    }

    OptionalInt boxAt(double pixelX, double pixelY) {
        return picture.boxAt(viewport.toPictureX(pixelX), viewport.toPictureY(pixelY));
    }

    void pan(double dx, double dy) {
        move(viewport.panned(dx, dy));
    }

    void zoom(double factor, double pixelX, double pixelY) {
        move(viewport.zoomed(factor, pixelX, pixelY));
    }

    void zoom(double factor) {
        zoom(factor, getWidth() / 2, getHeight() / 2);
    }

    void resetZoom() {
        zoom(1 / viewport.scale());
    }

    /// Shows all of the picture.
    void fit() {
        fit(Area.of(picture.graph()), 1);
    }

    /// Shows boxes as large as they fit, but no larger than at double size.
    void fit(Collection<Integer> boxes) {
        var placed = boxes.stream().map(picture.graph().boxes()::get).toList();
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
        var index = picture.graph().boxOf(layer);
        if (index.isEmpty()) {
            return;
        }
        var box = picture.graph().boxes().get(index.getAsInt());
        var seen = viewport.area();
        double marginX = seen.width() * 0.08;
        double marginY = seen.height() * 0.08;
        boolean inside =
                box.x() >= seen.x() + marginX
                        && box.right() <= seen.right() - marginX
                        && box.y() >= seen.y() + marginY
                        && box.bottom() <= seen.bottom() - marginY;
        boolean readable = viewport.scale() >= READABLE;
        if (!inside || !readable) {
            double scale = readable ? viewport.scale() : 1;
            move(viewport.centered(box.centerX(), box.centerY(), scale));
        }
    }

    private void fit(Area area, double largest) {
        var inner =
                viewport.sized(
                        Math.max(1, getWidth() - 2 * FIT_MARGIN),
                        Math.max(1, getHeight() - 2 * FIT_MARGIN));
        var fitted = inner.fitted(area, largest).panned(FIT_MARGIN, FIT_MARGIN);
        move(fitted.sized(getWidth(), getHeight()));
    }

    private void resize() {
        viewport = viewport.sized(getWidth(), getHeight());
        marks.setWidth(getWidth());
        marks.setHeight(getHeight());
        if (waitsForSize && getWidth() > 0 && getHeight() > 0) {
            waitsForSize = false;
            start();
        } else {
            move(viewport);
        }
    }

    private void accept(PictureIndex shown) {
        var before = picture;
        picture = shown;
        pointed.set(OptionalInt.empty());
        if (getWidth() <= 0 || getHeight() <= 0) {
            waitsForSize = true;
        } else {
            stayOrStart(before);
        }
        repaint();
    }

    /// Keeps what is in the middle where it is if the new picture has it too.
    private void stayOrStart(PictureIndex before) {
        var seen = viewport.area();
        var middle =
                before.boxesIn(seen).stream()
                        .map(before.graph().boxes()::get)
                        .filter(box -> box.box().role() == BoxRole.NODE)
                        .filter(box -> picture.graph().boxOf(box.box().name()).isPresent())
                        .min((a, b) -> Double.compare(distance(a, seen), distance(b, seen)));
        middle.ifPresentOrElse(this::keep, this::start);
    }

    private void keep(PlacedBox was) {
        picture.graph()
                .boxOf(was.box().name())
                .ifPresent(i -> {
                    var is = picture.graph().boxes().get(i);
                    double scale = viewport.scale();
                    pan((was.centerX() - is.centerX()) * scale, (was.y() - is.y()) * scale);
                });
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
        if (viewport.scale() < READABLE) {
            var first = graph.boxes().getFirst();
            double scale = Math.clamp(getWidth() / (graph.width() + 1), READABLE, 1);
            double x = graph.width() * scale <= getWidth() ? graph.width() / 2 : first.centerX();
            double y = first.y() - FIT_MARGIN + getHeight() / 2 / scale;
            move(viewport.centered(x, y, scale));
        }
    }

    private void move(Viewport to) {
        var graph = picture.graph();
        viewport = to.within(graph.width(), graph.height());
        zoom.set(viewport.scale());
        seen.set(viewport.area());
        tiles.update(viewport);
        mark();
    }

    private void repaint() {
        var colors = colors();
        setBackground(Background.fill(FxBrush.color(colors.surface())));
        tiles.show(
                picture.graph().boxes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new GraphPainter(
                                        picture,
                                        colors,
                                        model.overlayProperty().get(),
                                        model.changesProperty().get(),
                                        new CharWidths())));
        mark();
    }

    private void mark() {
        marks.paint(
                new MarkLayer.Marks(
                        picture,
                        boxesOf(model.selectedLayers()),
                        boxesOf(model.search().hits()),
                        pointed.get()),
                viewport,
                colors());
    }

    private List<Integer> boxesOf(Collection<String> layers) {
        return layers.stream()
                .map(picture.graph()::boxOf)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .distinct()
                .toList();
    }

    private GraphColors colors() {
        return GraphColors.of(model.paletteProperty().get());
    }
}
