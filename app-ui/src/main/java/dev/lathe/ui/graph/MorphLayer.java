package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.paint.Detail;
import dev.lathe.ui.graph.paint.FxBrush;
import dev.lathe.ui.graph.paint.FxBrush.FxFonts;
import dev.lathe.ui.graph.paint.GraphColors;
import dev.lathe.ui.graph.paint.GraphPainter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// Shows how one picture becomes the next, over the tiles, and stays until those are painted.
final class MorphLayer extends Canvas {
    private static final double DURATION_NS = 200e6;

    /// More boxes than these are not moved: frames would take too long.
    private static final int MOST_FULL = 250;

    private static final int MOST = 1200;

    private final FxFonts fonts = FxFonts.create();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    step();
                }
            };
    private Optional<Playing> playing = Optional.empty();
    private Viewport viewport = Viewport.NONE;

    /// @param end what is done when the boxes have arrived
    /// @param isReady whether what is below shows the next picture
    private record Playing(
            Morph morph,
            GraphPainter painter,
            GraphColors colors,
            long start,
            Runnable end,
            BooleanSupplier isReady) {}

    private enum Phase {
        MOVES,
        WAITS
    }

    private Phase phase = Phase.WAITS;

    MorphLayer() {
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Whether boxes still move to their places.
    boolean isMoving() {
        return playing.isPresent() && phase == Phase.MOVES;
    }

    /// Whether so many boxes can be moved.
    static boolean canPlay(Morph morph, double scale) {
        int most = Detail.at(scale) == Detail.FULL ? MOST_FULL : MOST;
        return morph.size() > 0 && morph.size() <= most;
    }

    void play(
            Morph morph,
            GraphPainter painter,
            GraphColors colors,
            Runnable end,
            BooleanSupplier isReady) {
        playing = Optional.of(new Playing(morph, painter, colors, System.nanoTime(), end, isReady));
        phase = Phase.MOVES;
        setVisible(true);
        paint(playing.get(), 0);
        timer.start();
    }

    /// Shows the next picture at once.
    void stop() {
        playing = Optional.empty();
        timer.stop();
        setVisible(false);
    }

    /// Shows another part of the picture; a zoom ends the movement.
    void update(Viewport seen) {
        boolean zoomed = seen.scale() != viewport.scale();
        viewport = seen;
        if (playing.isPresent() && (zoomed || phase == Phase.WAITS)) {
            finish(playing.get());
            stop();
        }
    }

    private void step() {
        if (playing.isEmpty()) {
            return;
        }
        var now = playing.get();
        double share = Math.min(1, (System.nanoTime() - now.start()) / DURATION_NS);
        if (phase == Phase.MOVES) {
            paint(now, 1 - Math.pow(1 - share, 3));
            if (share == 1) {
                finish(now);
            }
        } else if (now.isReady().getAsBoolean()) {
            stop();
        }
    }

    private void finish(Playing now) {
        if (phase == Phase.MOVES) {
            phase = Phase.WAITS;
            now.end().run();
        }
    }

    private void paint(Playing now, double done) {
        setWidth(viewport.width());
        setHeight(viewport.height());
        var context = getGraphicsContext2D();
        double scale = viewport.scale();
        double left = viewport.toPictureX(0);
        double top = viewport.toPictureY(0);
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.setGlobalAlpha(1);
        context.setFill(FxBrush.color(now.colors().surface()));
        context.fillRect(0, 0, getWidth(), getHeight());
        context.setTransform(scale, 0, 0, scale, 0, 0);
        var brush = new FxBrush(context, fonts).from(left, top);
        var boxes = new ArrayList<Morph.Move>(now.morph().leaving());
        now.morph().moves().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .forEach(boxes::add);
        paintBoxes(now, brush, boxes.stream().filter(Morph.Move::isFrame).toList(), done);
        paintEdges(now, context, done);
        paintBoxes(now, brush, boxes.stream().filter(m -> !m.isFrame()).toList(), done);
    }

    private void paintBoxes(Playing now, FxBrush brush, List<Morph.Move> moves, double done) {
        for (Morph.Move move : moves) {
            double opacity = move.opacity(done);
            if (opacity > 0) {
                now.painter().paintBox(brush.opacity(opacity), move.at(done), viewport.scale());
            }
        }
    }

    private void paintEdges(Playing now, GraphicsContext context, double done) {
        context.setGlobalAlpha(done);
        context.setStroke(FxBrush.color(now.colors().edge()));
        context.setLineDashes();
        context.setLineWidth(Math.max(1.1, 0.8 / viewport.scale()));
        context.beginPath();
        var graph = now.morph().picture().graph();
        for (int i : now.morph().picture().edgesIn(viewport.area())) {
            var edge = graph.edges().get(i);
            trace(
                    context,
                    edge.path(),
                    now.morph().away(edge.from(), done),
                    now.morph().away(edge.to(), done));
        }
        context.stroke();
    }

    /// Adds a path whose ends are moved, and what is between them by as much of both.
    private void trace(GraphicsContext context, EdgePath path, double[] start, double[] end) {
        double left = viewport.toPictureX(0);
        double top = viewport.toPictureY(0);
        int last = path.size() - 1;
        context.moveTo(path.x(0) + start[0] - left, path.y(0) + start[1] - top);
        for (int i = 1; i <= last; i++) {
            double share = (double) i / last;
            double dx = start[0] + (end[0] - start[0]) * share - left;
            double dy = start[1] + (end[1] - start[1]) * share - top;
            if (path.isStraight(i)) {
                context.lineTo(path.x(i) + dx, path.y(i) + dy);
            } else {
                context.bezierCurveTo(
                        path.firstControlX(i) + dx,
                        path.firstControlY(i) + dy,
                        path.secondControlX(i) + dx,
                        path.secondControlY(i) + dy,
                        path.x(i) + dx,
                        path.y(i) + dy);
            }
        }
    }
}
