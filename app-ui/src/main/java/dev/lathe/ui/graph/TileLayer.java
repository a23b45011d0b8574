package dev.lathe.ui.graph;

import dev.lathe.ui.graph.TileSet.Place;
import dev.lathe.ui.graph.TileSet.Screen;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// The picture as tiles that are painted once for each zoom and then only moved.
///
/// What is painted is always shown at once: while the tiles of a new zoom or look are painted, a
/// few in each frame, the earlier ones are shown behind them, stretched. Another picture appears
/// when all of it that is seen is painted.
final class TileLayer extends Region {
    /// The time for painting in a frame; the rest is for showing it.
    private static final long BUDGET_NS = 9_000_000;

    /// How long the zoom has to rest before tiles are painted for it.
    private static final long REST_NS = 50_000_000;

    /// How far tiles are stretched before others are painted though the zoom does not rest.
    private static final double MOST_STRETCH = 1.6;

    private final TilePress press = new TilePress();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    work();
                }
            };

    private Optional<Painting> painting = Optional.empty();
    private Optional<TileSet> front = Optional.empty();
    private Optional<TileSet> back = Optional.empty();

    private double backX; // how far another picture behind is moved, so that it stays where it was
    private double backY;
    private Viewport viewport = Viewport.NONE;
    private double density = 1;
    private long zoomedAt;
    private boolean working;

    TileLayer() {
        setMouseTransparent(true);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .orElse(1.0)
                .subscribe(scale -> {
                    density = scale.doubleValue();
                    update(viewport);
                });
    }

    /// Shows another painting, or another part of it.
    void show(Optional<Painting> shown, Viewport seen) {
        boolean sameScale = seen.scale() == viewport.scale();
        boolean otherPicture =
                shown.isPresent()
                        && front.isPresent()
                        && shown.get().picture() != front.get().painting().picture();
        painting = shown;
        if (shown.isEmpty() || (otherPicture && !sameScale)) {
            dropAll();
        } else if (otherPicture) {
            startSet(new TileSet(shown.get(), seen.scale() * density));
            backX += viewport.offsetX() - seen.offsetX();
            backY += viewport.offsetY() - seen.offsetY();
        }
        update(seen);
    }

    /// Shows another part of the picture.
    void update(Viewport seen) {
        if (seen.scale() != viewport.scale()) {
            zoomedAt = System.nanoTime();
        }
        viewport = seen;
        if (painting.isEmpty() || seen.width() <= 0 || seen.height() <= 0) {
            dropAll();
            stop();
            return;
        }
        var screen = screen();
        front.ifPresent(set -> {
            set.dropUnseen(screen).forEach(press::recycle);
            set.place(screen);
        });
        back.ifPresent(set -> set.place(behind(screen, set)));
        if (!isComplete() && !working) {
            working = true;
            timer.start();
        }
    }

    /// Whether all that is seen is painted at its zoom.
    boolean isComplete() {
        if (painting.isEmpty()) {
            return true;
        }
        var screen = screen();
        return front.filter(this::isCurrent)
                .map(set -> set.missing(screen, 0).isEmpty())
                .orElse(false);
    }

    /// How many images are kept, for tests.
    int imageCount() {
        return front.map(TileSet::size).orElse(0) + back.map(TileSet::size).orElse(0);
    }

    /// Paints missing tiles until the time of this frame is used up: first what is seen, then, when
    /// that is complete, what is next to it.
    private void work() {
        long deadline = System.nanoTime() + BUDGET_NS;
        var screen = screen();
        if (painting.isEmpty()) {
            stop();
            return;
        }
        if (front.isEmpty() || wantsNewSet(screen)) {
            startSet(new TileSet(painting.get(), screen.scale()));
        }
        var set = front.orElseThrow();
        if (paint(set, screen, 0, deadline)) {
            completed();
            if (isCurrent(set) && paint(set, screen, 1, deadline)) {
                stop();
            }
        }
    }

    /// Whether the tiles in front are for another zoom or look, and it is time for new ones.
    private boolean wantsNewSet(Screen screen) {
        var set = front.orElseThrow();
        if (isCurrent(set)) {
            return false;
        }
        if (!set.painting().equals(painting.orElseThrow())) {
            return true;
        }
        double stretch = screen.scale() / set.scale();
        boolean rests = System.nanoTime() - zoomedAt > REST_NS;
        boolean far = stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH;
        return rests || far;
    }

    private boolean isCurrent(TileSet set) {
        return set.scale() == viewport.scale() * density
                && set.painting().equals(painting.orElseThrow());
    }

    /// Paints tiles in the window and so many around it; tells whether none is missing.
    private boolean paint(TileSet set, Screen screen, int around, long deadline) {
        for (var place = set.missing(screen, around);
                place.isPresent();
                place = set.missing(screen, around)) {
            Place next = place.get();
            set.add(
                    next,
                    press.print(set.painting(), set.scale(), next.column(), next.row()),
                    screen);
            if (System.nanoTime() > deadline) {
                return set.missing(screen, around).isEmpty();
            }
        }
        return true;
    }

    /// Puts the tiles in front behind new ones if they show more than those behind them.
    private void startSet(TileSet next) {
        var now = front;
        boolean isFull =
                back.isEmpty() || (now.isPresent() && now.get().missing(screen(), 0).isEmpty());
        if (isFull) {
            dropBack();
            back = now;
        } else {
            now.ifPresent(this::discard);
        }
        front = Optional.of(next);
        boolean otherPicture =
                back.isPresent() && back.get().painting().picture() != next.painting().picture();
        next.group().setVisible(!otherPicture);
        getChildren().add(next.group());
    }

    private void completed() {
        front.orElseThrow().group().setVisible(true);
        dropBack();
    }

    private void dropBack() {
        back.ifPresent(this::discard);
        back = Optional.empty();
        backX = 0;
        backY = 0;
    }

    private void dropAll() {
        dropBack();
        front.ifPresent(this::discard);
        front = Optional.empty();
    }

    private void discard(TileSet set) {
        getChildren().remove(set.group());
        set.drop().forEach(press::recycle);
    }

    private void stop() {
        if (working) {
            working = false;
            timer.stop();
        }
    }

    private Screen screen() {
        return Screen.of(viewport, density);
    }

    /// Where the tiles behind are: another picture stays where it was.
    private Screen behind(Screen screen, TileSet set) {
        boolean same = painting.filter(p -> p.picture() == set.painting().picture()).isPresent();
        return same ? screen : Screen.of(viewport.panned(backX, backY), density);
    }
}
