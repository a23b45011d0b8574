package dev.lathe.ui.graph.layout;

import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lays a graph out in rows along its flow, in time nearly linear in its size.
///
/// No edge passes through a box that it does not belong to, and no two labels overlap: every box
/// with its labels and every passing edge has a slot of its own in each row, and edges move
/// sideways only between rows. What an open box holds is laid out first, by the same rules, and
/// then takes part as one box. Arrangements are kept: pictures of one form, such as repeated
/// blocks, are arranged once, and a picture that changed in one place is arranged anew only there
/// and in what holds that place. See `docs/decisions/0007-graph-layout.md`.
///
/// May be used by several threads.
public final class LayeredLayout {
    private static final double MARGIN = 24;

    private final TextMeasure measure;
    private final Direction direction;
    private final Cells cells;
    private final ArrangementCache cache = new ArrangementCache();

    /// A layout from top to bottom.
    public LayeredLayout(TextMeasure measure) {
        this(measure, Direction.DOWN);
    }

    public LayeredLayout(TextMeasure measure, Direction direction) {
        this.measure = measure;
        this.direction = direction;
        this.cells = new Cells(direction, measure);
    }

    /// Places everything in a picture.
    ///
    /// @throws InterruptedException if the thread was interrupted
    public LaidOutGraph layOut(GraphPicture picture, Progress progress)
            throws InterruptedException {
        var flat = new Flattening(direction, measure);
        flat.add(arrange(picture, false, progress));
        return flat.result();
    }

    /// A picture with its arrangement and those of what is in its open boxes.
    ///
    /// @param inside by position of the box
    record Arranged(
            GraphPicture picture,
            Plan plan,
            Arrangement arrangement,
            List<Optional<Arranged>> inside) {}

    private Arranged arrange(GraphPicture picture, boolean isFramed, Progress progress)
            throws InterruptedException {
        var inside = new ArrayList<Optional<Arranged>>(picture.boxes().size());
        for (PictureBox box : picture.boxes()) {
            inside.add(
                    box.content().isPresent()
                            ? Optional.of(arrange(box.content().get(), true, progress))
                            : Optional.empty());
        }
        var contents = inside.stream().map(held -> held.map(Arranged::arrangement)).toList();
        var plan = cells.plan(picture, contents, isFramed);
        var known = cache.find(plan);
        var arrangement = known.isPresent() ? known.get() : arrange(plan, progress);
        cache.keep(plan, arrangement);
        return new Arranged(picture, plan, arrangement, inside);
    }

    private Arrangement arrange(Plan plan, Progress progress) throws InterruptedException {
        var stubs = Stubs.of(plan, direction);
        var parts = plan.isFramed() ? List.of(Components.all(stubs)) : Components.of(stubs);
        var placements = new ArrayList<Placement>(parts.size());
        for (Components.Part part : parts) {
            progress.update(placements.size(), parts.size());
            progress.checkCancelled();
            var slots = new Slots(part.stubs());
            var rows = RowOrder.of(slots);
            placements.add(new Placement(slots, rows, Columns.of(slots, rows), plan.lead()));
        }
        return assemble(plan, stubs, parts, placements);
    }

    private static Arrangement assemble(
            Plan plan, Stubs stubs, List<Components.Part> parts, List<Placement> placements) {
        var across = new double[stubs.cells().size()];
        var along = new double[across.length];
        var paths = new double[stubs.edges().size()][];
        double area = placements.stream().mapToDouble(p -> p.width() * p.height()).sum();
        double widest = placements.stream().mapToDouble(Placement::width).max().orElse(0);
        var shelves = new Shelves(plan.isFramed() ? 0 : MARGIN, area, widest);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var placement = placements.get(i);
            shelves.add(placement.width(), placement.height());
            for (int cell = 0; cell < part.boxes().size(); cell++) {
                across[part.boxes().get(cell)] = placement.across(cell) + shelves.lastX();
                along[part.boxes().get(cell)] = placement.along(cell) + shelves.lastY();
            }
            for (int edge = 0; edge < part.edges().size(); edge++) {
                var path = placement.path(edge);
                for (int point = 0; point < path.length; point += 2) {
                    path[point] += shelves.lastX();
                    path[point + 1] += shelves.lastY();
                }
                paths[part.edges().get(edge)] = path;
            }
        }
        return new Arrangement(
                across,
                along,
                stubs.reminders(),
                stubs.edges().stream().mapToInt(PictureEdge::from).toArray(),
                paths,
                shelves.width(),
                shelves.height());
    }
}
