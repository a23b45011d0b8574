package dev.lathe.ui.graph.layout;

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

    private static final double HEIGHT = 18;
    private static final double MAX_TEXT = 150;
    private static final double PADDING = 10;

    private final List<PictureBox> boxes;
    private final List<PictureEdge> edges;
    private final int[] ranks;

    private record Port(int box, int port) {}

    Stubs(List<PictureBox> boxes, List<PictureEdge> edges, int[] ranks) {
        this.boxes = boxes;
        this.edges = edges;
        this.ranks = ranks;
    }

    List<PictureBox> boxes() {
        return boxes;
    }

    List<PictureEdge> edges() {
        return edges;
    }

    /// The row of each box, reminders included.
    int[] ranks() {
        return ranks;
    }

    static Stubs of(GraphPicture picture, TextMeasure measure) {
        var forward = picture.edges().stream().filter(e -> e.from() < e.to()).toList();
        var ranks = Ranks.of(picture.boxes().size(), forward);
        var readings = new Readings(forward, ranks);
        if (picture.edges().stream().allMatch(readings::isKept)) {
            return new Stubs(picture.boxes(), picture.edges(), ranks);
        }
        return replace(picture, readings, measure);
    }

    private static Stubs replace(GraphPicture picture, Readings readings, TextMeasure measure) {
        var ranks = readings.ranks;
        var boxes = new ArrayList<>(picture.boxes());
        var edges = new ArrayList<PictureEdge>(picture.edges().size());
        var rows = new ArrayList<Integer>();
        for (PictureEdge edge : picture.edges()) {
            if (readings.isKept(edge)) {
                edges.add(edge);
            } else {
                edges.add(new PictureEdge(boxes.size(), 0, edge.to(), edge.reading()));
                boxes.add(stub(picture.boxes().get(edge.from()), edge.port(), measure));
                rows.add(ranks[edge.to()] - 1);
            }
        }
        int down = rows.contains(-1) ? 1 : 0;
        var all = Arrays.copyOf(ranks, boxes.size());
        for (int i = 0; i < rows.size(); i++) {
            all[ranks.length + i] = rows.get(i);
        }
        for (int i = 0; i < all.length; i++) {
            all[i] += down;
        }
        return new Stubs(boxes, edges, all);
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

    private static PictureBox stub(PictureBox maker, int port, TextMeasure measure) {
        var value = maker.outputs().get(port).value();
        var title = measure.cut(shortName(value), TextRole.LABEL, MAX_TEXT);
        double width = Math.ceil(measure.width(title, TextRole.LABEL)) + 2 * PADDING;
        return new PictureBox(
                BoxRole.STUB,
                maker.name(),
                maker.kind(),
                title,
                List.of(),
                List.of(new OutputPort(value, "")),
                width,
                HEIGHT);
    }

    /// The last part of a name with slashes, or the one before it if that says more.
    private static String shortName(String value) {
        var parts = value.split("/", -1);
        var last = parts[parts.length - 1];
        return parts.length > 2 && last.matches("(output|Output|out)_?\\d*")
                ? parts[parts.length - 2]
                : last;
    }
}
