package dev.lathe.ui.graph.layout;

import dev.lathe.ui.graph.layout.LayeredLayout.Arranged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts nested arrangements into one flat picture: a frame comes before what it holds.
final class Flattening {
    private final Direction direction;
    private final TextMeasure measure;
    private final Reminders reminders;
    private final List<PlacedBox> boxes = new ArrayList<>();
    private final List<PlacedEdge> edges = new ArrayList<>();
    private final List<PlacedLabel> labels = new ArrayList<>();
    private final Map<String, Integer> folded = new HashMap<>();
    private double width;
    private double height;

    /// Where the boxes of one picture are in the flat one.
    ///
    /// @param at the index of each box and reminder
    @SuppressWarnings("ArrayRecordComponent") // not changed once made
    private record Level(Arranged arranged, int[] at, List<int[]> junctions) {}

    Flattening(Direction direction, TextMeasure measure) {
        this.direction = direction;
        this.measure = measure;
        this.reminders = new Reminders(measure);
    }

    /// Adds the outermost picture.
    void add(Arranged outermost) {
        var arrangement = outermost.arrangement();
        boolean down = direction == Direction.DOWN;
        width = down ? arrangement.width() : arrangement.height();
        height = down ? arrangement.height() : arrangement.width();
        addLevel(outermost, 0, 0, -1);
    }

    LaidOutGraph result() {
        return new LaidOutGraph(boxes, edges, labels, folded, width, height, direction);
    }

    /// Adds a picture with its corner at a place; gives the indices of its boxes.
    private int[] addLevel(Arranged arranged, double across, double along, int frame) {
        var picture = arranged.picture();
        var arrangement = arranged.arrangement();
        int own = picture.boxes().size();
        var at = new int[arrangement.across().length];
        var inside = new ArrayList<int[]>(own);
        for (int i = 0; i < at.length; i++) {
            at[i] = boxes.size();
            double x = arrangement.across()[i] + across;
            double y = arrangement.along()[i] + along;
            if (i >= own) {
                var reminder = arrangement.reminders().get(i - own);
                var maker = picture.boxes().get(reminder.cell());
                place(reminders.box(maker, reminder.port()), x, y, frame);
                continue;
            }
            var box = picture.boxes().get(i);
            var held = arranged.inside().get(i);
            if (held.isEmpty()) {
                var cell = arranged.plan().cells().get(i);
                place(sized(box, cell), x, y, frame);
                addLabels(at[i], box, cell, x, y);
                inside.add(new int[0]);
            } else {
                var cell = arranged.plan().cells().get(i);
                place(sized(box, cell), x, y, frame);
                if (held.get().picture().exits() == 0) {
                    addLabels(at[i], box, cell, x, y);
                }
                inside.add(
                        addLevel(held.get(), x + cell.content()[0], y + cell.content()[1], at[i]));
            }
        }
        picture.folded().forEach((layer, box) -> folded.put(layer, at[box]));
        addEdges(new Level(arranged, at, inside), across, along);
        return at;
    }

    /// A box with the size of its cell.
    private PictureBox sized(PictureBox box, Cell cell) {
        boolean down = direction == Direction.DOWN;
        double cellWidth = down ? cell.across() : cell.along();
        double cellHeight = down ? cell.along() : cell.across();
        return cellWidth == box.width() && cellHeight == box.height()
                ? box
                : box.closed(cellWidth, cellHeight);
    }

    private void place(PictureBox box, double across, double along, int frame) {
        int depth = frame < 0 ? 0 : boxes.get(frame).depth() + 1;
        boxes.add(
                direction == Direction.DOWN
                        ? new PlacedBox(box, across, along, frame, depth)
                        : new PlacedBox(box, along, across, frame, depth));
    }

    private void addLabels(int index, PictureBox box, Cell cell, double across, double along) {
        boolean down = direction == Direction.DOWN;
        for (int port = 0; port < box.outputs().size(); port++) {
            if (Ports.isLabelled(box.outputs(), port)) {
                var text = box.outputs().get(port).label();
                double axis = across + cell.across() / 2 + cell.ports()[port];
                double end = along + cell.along();
                labels.add(
                        new PlacedLabel(
                                text,
                                index,
                                down ? axis + Ports.LABEL_GAP : end + Ports.LABEL_GAP,
                                down ? end + Ports.LABEL_DROP : axis + Ports.LABEL_UNDER,
                                measure.width(text, TextRole.LABEL),
                                Ports.LABEL_HEIGHT));
            }
        }
    }

    private void addEdges(Level level, double across, double along) {
        var picture = level.arranged.picture();
        var arrangement = level.arranged.arrangement();
        for (int i = 0; i < picture.edges().size(); i++) {
            var edge = picture.edges().get(i);
            int source = arrangement.sources()[i];
            boolean isReminder = source != edge.from();
            var moved =
                    new PictureEdge(
                            isReminder ? level.at[source] : exit(level, edge),
                            isReminder ? 0 : edge.port(),
                            entry(level, edge),
                            edge.reading());
            edges.add(
                    new PlacedEdge(
                            moved, new EdgePath(arrangement.paths()[i], direction, across, along)));
        }
    }

    /// Where an edge begins: at its box, or at the junction by which it leaves an open one.
    private static int exit(Level level, PictureEdge edge) {
        var held = level.arranged.inside().get(edge.from());
        int exits = held.map(h -> h.picture().exits()).orElse(0);
        if (exits == 0) {
            return level.at[edge.from()];
        }
        int size = held.orElseThrow().picture().boxes().size();
        return level.junctions.get(edge.from())[size - exits + edge.port()];
    }

    private static int entry(Level level, PictureEdge edge) {
        return edge.entry() < 0
                ? level.at[edge.to()]
                : level.junctions.get(edge.to())[edge.entry()];
    }
}
