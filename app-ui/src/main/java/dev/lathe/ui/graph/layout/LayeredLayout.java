package dev.lathe.ui.graph.layout;

import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lays a graph out in rows from top to bottom, in time nearly linear in its size.
///
/// No edge passes through a box that it does not belong to, and no two labels overlap: every box
/// with its labels and every passing edge has a slot of its own in each row, and edges move
/// sideways only between rows. See `docs/decisions/0007-graph-layout.md`.
public final class LayeredLayout {
    private static final double MARGIN = 24;

    private final TextMeasure measure;

    public LayeredLayout(TextMeasure measure) {
        this.measure = measure;
    }

    /// Places everything in a picture.
    ///
    /// @throws InterruptedException if the thread was interrupted
    public LaidOutGraph layOut(GraphPicture picture, Progress progress)
            throws InterruptedException {
        var stubs = Stubs.of(picture, measure);
        var parts = Components.of(stubs);
        var placements = new ArrayList<Placement>(parts.size());
        for (Components.Part part : parts) {
            progress.update(placements.size(), parts.size());
            progress.checkCancelled();
            var slots = new Slots(part.stubs(), measure);
            var rows = RowOrder.of(slots);
            placements.add(new Placement(slots, rows, Columns.of(slots, rows), measure));
        }
        return assemble(picture, stubs, parts, placements);
    }

    private static LaidOutGraph assemble(
            GraphPicture picture,
            Stubs stubs,
            List<Components.Part> parts,
            List<Placement> placements) {
        var boxes = new PlacedBox[stubs.boxes().size()];
        var edges = new PlacedEdge[stubs.edges().size()];
        var labels = new ArrayList<PlacedLabel>();
        double area = placements.stream().mapToDouble(p -> p.width() * p.height()).sum();
        double widest = placements.stream().mapToDouble(Placement::width).max().orElse(0);
        var shelves = new Shelves(MARGIN, area, widest);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var placement = placements.get(i);
            shelves.add(placement.width(), placement.height());
            double dx = shelves.lastX();
            double dy = shelves.lastY();
            var placed = placement.boxes();
            for (int box = 0; box < placed.size(); box++) {
                var at = placed.get(box);
                boxes[part.boxes().get(box)] = new PlacedBox(at.box(), at.x() + dx, at.y() + dy);
            }
            var paths = placement.paths();
            for (int edge = 0; edge < paths.size(); edge++) {
                int index = part.edges().get(edge);
                edges[index] =
                        new PlacedEdge(stubs.edges().get(index), paths.get(edge).moved(dx, dy));
            }
            for (PlacedLabel label : placement.labels()) {
                labels.add(label.moved(part.boxes().get(label.box()), dx, dy));
            }
        }
        return new LaidOutGraph(
                Arrays.asList(boxes),
                Arrays.asList(edges),
                labels,
                picture.folded(),
                shelves.width(),
                shelves.height());
    }
}
