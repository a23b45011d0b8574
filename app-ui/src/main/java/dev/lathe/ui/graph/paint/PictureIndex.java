package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.PlacedBox;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/// Finds what is in a part of a picture without looking at all of it.
///
/// Immutable once made; may be used by several threads.
public final class PictureIndex {
    private static final double STRIPE = 320;

    private final LaidOutGraph graph;
    private final List<List<Integer>> boxes = new ArrayList<>();
    private final List<List<Integer>> edges = new ArrayList<>();
    private final List<List<Integer>> labels = new ArrayList<>();
    private final List<List<Integer>> into = new ArrayList<>();
    private final List<List<Integer>> outOf = new ArrayList<>();

    public PictureIndex(LaidOutGraph graph) {
        this.graph = graph;
        for (int stripe = 0; stripe <= stripe(graph.height()); stripe++) {
            boxes.add(new ArrayList<>());
            edges.add(new ArrayList<>());
            labels.add(new ArrayList<>());
        }
        for (int i = 0; i < graph.boxes().size(); i++) {
            var box = graph.boxes().get(i);
            file(boxes, i, box.y(), box.bottom());
            into.add(new ArrayList<>(2));
            outOf.add(new ArrayList<>(2));
        }
        for (int i = 0; i < graph.edges().size(); i++) {
            var edge = graph.edges().get(i);
            file(edges, i, edge.path().top(), edge.path().bottom());
            outOf.get(edge.from()).add(i);
            into.get(edge.to()).add(i);
        }
        for (int i = 0; i < graph.labels().size(); i++) {
            var label = graph.labels().get(i);
            file(labels, i, label.y(), label.y() + label.height());
        }
    }

    public LaidOutGraph graph() {
        return graph;
    }

    /// The boxes that meet an area.
    public List<Integer> boxesIn(Area area) {
        return within(boxes, area).stream().filter(i -> meets(graph.boxes().get(i), area)).toList();
    }

    /// The edges that pass through the rows of an area.
    public List<Integer> edgesIn(Area area) {
        return within(edges, area);
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

    /// The box at a point.
    public OptionalInt boxAt(double x, double y) {
        return within(boxes, new Area(x, y, 0, 0)).stream()
                .filter(i -> graph.boxes().get(i).contains(x, y))
                .mapToInt(Integer::intValue)
                .findFirst();
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
    private static List<Integer> within(List<List<Integer>> stripes, Area area) {
        int first = Math.max(0, stripe(area.y()));
        int last = Math.min(stripes.size() - 1, stripe(area.bottom()));
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

    private static int stripe(double y) {
        return (int) Math.floor(y / STRIPE);
    }
}
