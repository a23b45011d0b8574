package dev.lathe.ui.graph;

import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.FxBrush;
import dev.lathe.ui.graph.paint.FxBrush.FxFonts;
import dev.lathe.ui.graph.paint.GraphPainter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Affine;

/// The picture as tiles that are painted once for each zoom and then only moved.
///
/// While the tiles of a new zoom are painted, a few in each frame, those of the old zoom are shown
/// stretched behind them.
final class TileLayer extends Region {
    private static final int TILE = 384;
    private static final long BUDGET_NS = 14_000_000;

    private final Deque<Canvas> spare = new ArrayDeque<>();
    private final FxFonts fonts = FxFonts.create();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    paintSome();
                }
            };

    private Generation tiles = new Generation(1);
    private Optional<Generation> old = Optional.empty();
    private Optional<GraphPainter> painter = Optional.empty();
    private Viewport viewport = Viewport.NONE;
    private boolean painting;

    private record Place(int column, int row) {}

    /// The tiles of one zoom.
    private static final class Generation {
        final double scale;
        final Map<Place, Canvas> canvases = new HashMap<>();
        final Group group = new Group();

        Generation(double scale) {
            this.scale = scale;
            group.setManaged(false);
            group.setAutoSizeChildren(false);
        }
    }

    TileLayer() {
        setMouseTransparent(true);
        getChildren().add(tiles.group);
    }

    /// Paints everything anew with another painter.
    void show(Optional<GraphPainter> newPainter) {
        painter = newPainter;
        dropOld();
        recycle(tiles);
        update(viewport);
    }

    /// Shows another part of the picture.
    void update(Viewport seen) {
        viewport = seen;
        if (seen.scale() != tiles.scale) {
            startGeneration(seen.scale());
        }
        place();
        dropUnseen();
        paintSome();
    }

    /// Whether all that is seen is painted at its zoom.
    boolean isComplete() {
        return !painting;
    }

    private void startGeneration(double scale) {
        if (old.isPresent() && !isUseful()) {
            recycle(tiles);
            getChildren().remove(tiles.group);
        } else {
            dropOld();
            old = Optional.of(tiles);
        }
        tiles = new Generation(scale);
        getChildren().add(tiles.group);
    }

    /// Whether the current tiles cover more of the view than the older ones behind them would.
    private boolean isUseful() {
        return !painting;
    }

    private void place() {
        double x = snapPositionX(viewport.offsetX());
        double y = snapPositionY(viewport.offsetY());
        tiles.group.getTransforms().setAll(new Affine(1, 0, x, 0, 1, y));
        old.ifPresent(generation -> {
            double s = viewport.scale() / generation.scale;
            generation.group.getTransforms().setAll(new Affine(s, 0, x, 0, s, y));
        });
    }

    /// Paints missing tiles until the time of this frame is used up.
    private void paintSome() {
        if (painter.isEmpty() || viewport.width() <= 0) {
            finish();
            return;
        }
        long deadline = System.nanoTime() + BUDGET_NS;
        int firstColumn = tile(-viewport.offsetX());
        int lastColumn = tile(viewport.width() - viewport.offsetX());
        int firstRow = tile(-viewport.offsetY());
        int lastRow = tile(viewport.height() - viewport.offsetY());
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                var place = new Place(column, row);
                if (!tiles.canvases.containsKey(place)) {
                    if (System.nanoTime() > deadline) {
                        continueLater();
                        return;
                    }
                    paint(place, painter.get());
                }
            }
        }
        finish();
    }

    private void continueLater() {
        if (!painting) {
            painting = true;
            timer.start();
        }
    }

    private void finish() {
        if (painting) {
            painting = false;
            timer.stop();
        }
        dropOld();
    }

    private void paint(Place place, GraphPainter with) {
        var canvas = spare.isEmpty() ? new Canvas(TILE, TILE) : spare.pop();
        double left = (double) place.column * TILE;
        double top = (double) place.row * TILE;
        canvas.relocate(left, top);
        var context = canvas.getGraphicsContext2D();
        double scale = tiles.scale;
        context.setTransform(scale, 0, 0, scale, -left, -top);
        var area = new Area(left / scale, top / scale, TILE / scale, TILE / scale);
        with.paint(new FxBrush(context, fonts), area, scale);
        tiles.canvases.put(place, canvas);
        tiles.group.getChildren().add(canvas);
    }

    private void dropUnseen() {
        tiles.canvases
                .entrySet()
                .removeIf(entry -> {
                    double x = entry.getKey().column * (double) TILE + viewport.offsetX();
                    double y = entry.getKey().row * (double) TILE + viewport.offsetY();
                    boolean seen =
                            x > -2 * TILE
                                    && y > -2 * TILE
                                    && x < viewport.width() + TILE
                                    && y < viewport.height() + TILE;
                    if (!seen) {
                        tiles.group.getChildren().remove(entry.getValue());
                        spare.push(entry.getValue());
                    }
                    return !seen;
                });
    }

    private void dropOld() {
        old.ifPresent(generation -> {
            getChildren().remove(generation.group);
            recycle(generation);
        });
        old = Optional.empty();
    }

    private void recycle(Generation generation) {
        generation.group.getChildren().clear();
        spare.addAll(generation.canvases.values());
        generation.canvases.clear();
        while (spare.size() > 24) {
            spare.pop();
        }
    }

    private static int tile(double pixel) {
        return (int) Math.floor(pixel / TILE);
    }
}
