package dev.lathe.ui.graph.layout;

import dev.lathe.ui.graph.layout.Arrangement.Reminder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Replaces edges that would run through the whole picture by reminders next to the reader.
///
/// A value that is read far away in several places (a mask, a rotary table) makes a layered picture
/// wide and its edges unreadable. So does an edge against the flow, which only a broken model has.
final class Stubs {
    /// Rows that an edge may span before it counts as far.
    private static final int FAR = 12;

    /// Far readers that a value may have before they get reminders.
    private static final int FAR_READERS = 3;

    /// Readers from which on a value counts as read everywhere, and the rows that its edges may
    /// span.
    private static final int MANY_READERS = 8;

    private static final int FAR_FOR_MANY = 4;

    /// Rows that even a single edge may span.
    private static final int VERY_FAR = 120;

    private final List<Cell> cells;
    private final List<PictureEdge> edges;
    private final int[] ranks;
    private final List<Reminder> reminders;

    private record Port(int box, int port) {}

    /// @param ranks the row of each cell
    /// @param reminders what the last of the cells remind of
    Stubs(List<Cell> cells, List<PictureEdge> edges, int[] ranks, List<Reminder> reminders) {
        this.cells = cells;
        this.edges = edges;
        this.ranks = ranks;
        this.reminders = List.copyOf(reminders);
    }

    List<Cell> cells() {
        return cells;
    }

    List<PictureEdge> edges() {
        return edges;
    }

    /// The row of each cell, reminders included.
    int[] ranks() {
        return ranks;
    }

    List<Reminder> reminders() {
        return reminders;
    }

    /// Whether a value may get a reminder, so that its length has to be known.
    ///
    /// @param readers of the value in one picture
    /// @param boxes in the picture
    static boolean mayBeFar(int readers, int boxes) {
        return readers >= FAR_READERS || boxes > VERY_FAR;
    }

    static Stubs of(Plan plan, Direction direction) {
        var forward = plan.edges().stream().filter(e -> e.from() < e.to()).toList();
        var ranks = Ranks.of(plan.cells(), forward);
        var readings = new Readings(forward, ranks);
        if (plan.edges().stream().allMatch(readings::isKept)) {
            return new Stubs(plan.cells(), plan.edges(), ranks, List.of());
        }
        return replace(plan, readings, direction);
    }

    private static Stubs replace(Plan plan, Readings readings, Direction direction) {
        var ranks = readings.ranks;
        var cells = new ArrayList<>(plan.cells());
        var edges = new ArrayList<PictureEdge>(plan.edges().size());
        var rows = new ArrayList<Integer>();
        var reminders = new ArrayList<Reminder>();
        for (PictureEdge edge : plan.edges()) {
            if (readings.isKept(edge)) {
                edges.add(edge);
            } else {
                edges.add(
                        new PictureEdge(cells.size(), 0, edge.to(), edge.entry(), edge.reading()));
                double length = plan.cells().get(edge.from()).reminders()[edge.port()];
                cells.add(
                        direction == Direction.DOWN
                                ? Cell.reminder(length, Reminders.HEIGHT)
                                : Cell.reminder(Reminders.HEIGHT, length));
                reminders.add(new Reminder(edge.from(), edge.port()));
                rows.add(ranks[edge.to()] - 1);
            }
        }
        int down = rows.contains(-1) ? 1 : 0;
        var all = Arrays.copyOf(ranks, cells.size());
        for (int i = 0; i < rows.size(); i++) {
            all[ranks.length + i] = rows.get(i);
        }
        for (int i = 0; i < all.length; i++) {
            all[i] += down;
        }
        return new Stubs(cells, edges, all, reminders);
    }

    /// How often and how far away values are read.
    private static final class Readings {
        private final int[] ranks;
        private final Map<Port, Integer> all = new HashMap<>();
        private final Map<Port, Integer> far = new HashMap<>();

        Readings(List<PictureEdge> forward, int[] ranks) {
            this.ranks = ranks;
            forward.forEach(edge -> all.merge(port(edge), 1, Integer::sum));
            for (PictureEdge edge : forward) {
                if (isFar(edge)) {
                    far.merge(port(edge), 1, Integer::sum);
                }
            }
        }

        boolean isKept(PictureEdge edge) {
            if (edge.from() >= edge.to()) {
                return false;
            }
            boolean few = far.getOrDefault(port(edge), 0) < FAR_READERS;
            return !isFar(edge) || (few && span(edge) <= VERY_FAR);
        }

        private boolean isFar(PictureEdge edge) {
            boolean many = all.getOrDefault(port(edge), 0) >= MANY_READERS;
            return span(edge) > (many ? FAR_FOR_MANY : FAR);
        }

        private int span(PictureEdge edge) {
            return ranks[edge.to()] - ranks[edge.from()];
        }

        private static Port port(PictureEdge edge) {
            return new Port(edge.from(), edge.port());
        }
    }
}
