package dev.lathe.ui.diff;

import dev.lathe.ui.diff.DiffViewModel.Pick;
import dev.lathe.ui.graph.GraphView;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// Keeps two pictures on the same place: what is in the middle of one is in the middle of the
/// other, at the same size.
///
/// The picture that people moved or chose a layer in leads; the other follows.
final class ViewSync {
    private final DiffViewModel model;
    private final GraphView before;
    private final GraphView after;
    private Side leader = Side.AFTER;
    private boolean moving;

    private ViewSync(DiffViewModel model, GraphView before, GraphView after) {
        this.model = model;
        this.before = before;
        this.after = after;
    }

    static void install(DiffViewModel model, GraphView before, GraphView after) {
        var sync = new ViewSync(model, before, after);
        sync.lead(before, Side.BEFORE);
        sync.lead(after, Side.AFTER);
        before.seenProperty().subscribe(sync::follow);
        after.seenProperty().subscribe(sync::follow);
        model.pickProperty().subscribe(pick -> pick.map(Pick::side).ifPresent(sync::lead));
        model.followingProperty().subscribe(_ -> sync.follow());
    }

    private void lead(GraphView view, Side side) {
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> lead(side));
        view.addEventFilter(ScrollEvent.SCROLL, _ -> lead(side));
        view.addEventFilter(ZoomEvent.ZOOM, _ -> lead(side));
        view.addEventFilter(KeyEvent.KEY_PRESSED, _ -> lead(side));
    }

    private void lead(Side side) {
        if (side != Side.MERGED) {
            leader = side;
            follow();
        }
    }

    /// Moves the other picture to where the leading one is.
    private void follow() {
        if (moving
                || !model.followingProperty().get()
                || model.modeProperty().get() != DiffMode.BESIDE) {
            return;
        }
        var view = leader == Side.BEFORE ? before : after;
        var other = leader == Side.BEFORE ? after : before;
        var seen = view.seenProperty().get();
        if (view.getWidth() <= 0 || seen.width() <= 0) {
            return;
        }
        double x = seen.x() + seen.width() / 2;
        double y = seen.y() + seen.height() / 2;
        double scale = view.getWidth() / seen.width();
        shift(x, y)
                .ifPresent(shift -> {
                    moving = true;
                    other.look(x + shift.x(), y + shift.y(), scale);
                    moving = false;
                });
    }

    private Optional<Pairing.Shift> shift(double x, double y) {
        var comparison = model.comparisonProperty().get();
        var follower = leader == Side.BEFORE ? Side.AFTER : Side.BEFORE;
        var picture = model.graph(leader).pictureProperty().get();
        var other = model.graph(follower).pictureProperty().get().graph();
        if (comparison.isEmpty() || other.boxes().isEmpty()) {
            return Optional.empty();
        }
        var view = leader == Side.BEFORE ? before : after;
        var matches = comparison.get().matches();
        var seen = picture.boxesIn(view.seenProperty().get());
        var all = new Pairing(picture.graph(), other, matches, leader, follower);
        return all.mean(seen, x, y, chosen()).or(() -> all.mean(all.everything(), x, y, chosen()));
    }

    private String chosen() {
        return model.pickProperty()
                .get()
                .filter(pick -> pick.side() == leader)
                .map(Pick::layer)
                .orElse("");
    }
}
