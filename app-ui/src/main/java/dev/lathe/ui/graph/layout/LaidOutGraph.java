package dev.lathe.ui.graph.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// A picture in which everything has its place; knows nothing of the model behind it.
///
/// Immutable. The origin is the upper left corner.
public final class LaidOutGraph {

    /// A picture of nothing.
    public static final LaidOutGraph EMPTY =
            new LaidOutGraph(List.of(), List.of(), List.of(), Map.of(), 0, 0);

    private final List<PlacedBox> boxes;
    private final List<PlacedEdge> edges;
    private final List<PlacedLabel> labels;
    private final double width;
    private final double height;
    private final Map<String, Integer> byLayer = new HashMap<>();

    LaidOutGraph(
            List<PlacedBox> boxes,
            List<PlacedEdge> edges,
            List<PlacedLabel> labels,
            Map<String, Integer> folded,
            double width,
            double height) {
        this.boxes = List.copyOf(boxes);
        this.edges = List.copyOf(edges);
        this.labels = List.copyOf(labels);
        this.width = width;
        this.height = height;
        byLayer.putAll(folded);
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).box().role() == BoxRole.NODE) {
                byLayer.put(boxes.get(i).box().name(), i);
            }
        }
    }

    public List<PlacedBox> boxes() {
        return boxes;
    }

    public List<PlacedEdge> edges() {
        return edges;
    }

    public List<PlacedLabel> labels() {
        return labels;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /// The index of the box that shows a layer: its own, or that of a reader for a constant.
    public OptionalInt boxOf(String layer) {
        var index = byLayer.get(layer);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /// The number of boxes that stand for nodes.
    public int nodes() {
        return (int) boxes.stream().filter(b -> b.box().role() == BoxRole.NODE).count();
    }
}
