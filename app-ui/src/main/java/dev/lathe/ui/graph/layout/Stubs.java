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
        var far = new HashMap<Port, Integer>();
        for (PictureEdge edge : forward) {
            if (span(edge, ranks) > FAR) {
                far.merge(new Port(edge.from(), edge.port()), 1, Integer::sum);
            }
        }
        if (far.isEmpty() && forward.size() == picture.edges().size()) {
            return new Stubs(picture.boxes(), picture.edges(), ranks);
        }
        return replace(picture, ranks, far, measure);
    }

    private static Stubs replace(
            GraphPicture picture, int[] ranks, Map<Port, Integer> far, TextMeasure measure) {
        var boxes = new ArrayList<>(picture.boxes());
        var edges = new ArrayList<PictureEdge>(picture.edges().size());
        var rows = new ArrayList<Integer>();
        for (PictureEdge edge : picture.edges()) {
            if (isKept(edge, ranks, far)) {
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

    private static boolean isKept(PictureEdge edge, int[] ranks, Map<Port, Integer> far) {
        if (edge.from() >= edge.to()) {
            return false;
        }
        int span = span(edge, ranks);
        int readers = far.getOrDefault(new Port(edge.from(), edge.port()), 0);
        return span <= FAR || (span <= VERY_FAR && readers < FAR_READERS);
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

    private static int span(PictureEdge edge, int[] ranks) {
        return ranks[edge.to()] - ranks[edge.from()];
    }
}
