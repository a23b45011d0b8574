package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.BoxStyle;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.PlacedBox;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/// Finds what is in a part of a picture without looking at all of it: everything is filed in
/// stripes along the flow.
///
/// Immutable once made; may be used by several threads.
public final class PictureIndex {
    private static final double STRIPE = 320;

    private final LaidOutGraph graph;
    private final boolean down;
    private final List<List<Integer>> boxes = new ArrayList<>();
    private final List<List<Integer>> edges = new ArrayList<>();
    private final List<List<Integer>> labels = new ArrayList<>();
    private final List<List<Integer>> into = new ArrayList<>();
    private final List<List<Integer>> outOf = new ArrayList<>();

    public PictureIndex(LaidOutGraph graph) {
        this.graph = graph;
        this.down = graph.direction() == Direction.DOWN;
        for (int stripe = 0; stripe <= stripe(down ? graph.height() : graph.width()); stripe++) {
            boxes.add(new ArrayList<>());
            edges.add(new ArrayList<>());
            labels.add(new ArrayList<>());
        }
        for (int i = 0; i < graph.boxes().size(); i++) {
            var box = graph.boxes().get(i);
            file(boxes, i, down ? box.y() : box.x(), down ? box.bottom() : box.right());
            into.add(new ArrayList<>(2));
            outOf.add(new ArrayList<>(2));
        }
        for (int i = 0; i < graph.edges().size(); i++) {
            var edge = graph.edges().get(i);
            var path = edge.path();
            file(edges, i, down ? path.top() : path.left(), down ? path.bottom() : path.right());
            outOf.get(edge.from()).add(i);
            into.get(edge.to()).add(i);
        }
        for (int i = 0; i < graph.labels().size(); i++) {
            var label = graph.labels().get(i);
            double start = down ? label.y() : label.x();
            file(labels, i, start, start + (down ? label.height() : label.width()));
        }
    }

    public LaidOutGraph graph() {
        return graph;
    }

    /// The boxes that meet an area.
    public List<Integer> boxesIn(Area area) {
        return within(boxes, area).stream().filter(i -> meets(graph.boxes().get(i), area)).toList();
    }

    /// The edges that may pass through an area.
    public List<Integer> edgesIn(Area area) {
        return within(edges, area).stream()
                .filter(i -> {
                    var path = graph.edges().get(i).path();
                    return area.meets(path.left(), path.top(), path.right(), path.bottom());
                })
                .toList();
    }

    /// The labels that meet an area.
    public List<Integer> labelsIn(Area area) {
        return within(labels, area).stream()
                .filter(i -> {
                    var label = graph.labels().get(i);
                    return area.meets(
                            label.x(),
                            label.y(),
                            label.x() + label.width(),
                            label.y() + label.height());
                })
                .toList();
    }

    /// The box at a point; of a frame only its title is solid.
    public OptionalInt boxAt(double x, double y) {
        return within(boxes, new Area(x, y, 0, 0)).stream()
                .filter(i -> isSolidAt(graph.boxes().get(i), x, y))
                .mapToInt(Integer::intValue)
                .max();
    }

    /// The innermost frame at a point.
    public OptionalInt frameAt(double x, double y) {
        return within(boxes, new Area(x, y, 0, 0)).stream()
                .filter(i -> graph.boxes().get(i).box().role().isFrame())
                .filter(i -> graph.boxes().get(i).contains(x, y))
                .mapToInt(Integer::intValue)
                .max();
    }

    private static boolean isSolidAt(PlacedBox box, double x, double y) {
        var role = box.box().role();
        return role != BoxRole.JUNCTION
                && box.contains(x, y)
                && (!role.isFrame() || y <= box.y() + BoxStyle.BAND);
    }

    /// The edges that enter a box, from left to right.
    public List<Integer> edgesInto(int box) {
        return into.get(box);
    }

    /// The edges that leave a box.
    public List<Integer> edgesOutOf(int box) {
        return outOf.get(box);
    }

    private static boolean meets(PlacedBox box, Area area) {
        return area.meets(box.x(), box.y(), box.right(), box.bottom());
    }

    private static void file(List<List<Integer>> stripes, int index, double top, double bottom) {
        int last = Math.min(stripes.size() - 1, stripe(bottom));
        for (int stripe = Math.max(0, stripe(top)); stripe <= last; stripe++) {
            stripes.get(stripe).add(index);
        }
    }

    /// What is filed in the stripes of an area, each once, in order.
    private List<Integer> within(List<List<Integer>> stripes, Area area) {
        int first = Math.max(0, stripe(down ? area.y() : area.x()));
        int last = Math.min(stripes.size() - 1, stripe(down ? area.bottom() : area.right()));
        if (first > last) {
            return List.of();
        }
        if (first == last) {
            return stripes.get(first);
        }
        var found = new BitSet();
        for (int stripe = first; stripe <= last; stripe++) {
            stripes.get(stripe).forEach(found::set);
        }
        return found.stream().boxed().toList();
    }

    private static int stripe(double along) {
        return (int) Math.floor(along / STRIPE);
    }
}
