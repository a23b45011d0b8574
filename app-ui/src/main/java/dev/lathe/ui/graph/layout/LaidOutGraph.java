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
            new LaidOutGraph(List.of(), List.of(), List.of(), Map.of(), 0, 0, Direction.DOWN);

    private final List<PlacedBox> boxes;
    private final List<PlacedEdge> edges;
    private final List<PlacedLabel> labels;
    private final double width;
    private final double height;
    private final Direction direction;
    private final Map<String, Integer> byLayer = new HashMap<>();
    private final Map<String, Integer> byGroup = new HashMap<>();

    LaidOutGraph(
            List<PlacedBox> boxes,
            List<PlacedEdge> edges,
            List<PlacedLabel> labels,
            Map<String, Integer> folded,
            double width,
            double height,
            Direction direction) {
        this.boxes = List.copyOf(boxes);
        this.edges = List.copyOf(edges);
        this.labels = List.copyOf(labels);
        this.width = width;
        this.height = height;
        this.direction = direction;
        byLayer.putAll(folded);
        for (int i = 0; i < boxes.size(); i++) {
            var box = boxes.get(i).box();
            if (box.role().isLayer()) {
                byLayer.put(box.name(), i);
            } else if (box.role().isGroup()) {
                byGroup.put(box.name(), i);
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

    public Direction direction() {
        return direction;
    }

    /// The index of the box that shows a layer: its own, the closed group that it is in, or that of
    /// a reader for a constant.
    public OptionalInt boxOf(String layer) {
        var index = byLayer.get(layer);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /// The index of the box that shows a group itself, open or closed.
    public OptionalInt boxOfGroup(String group) {
        var index = byGroup.get(group);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /// The number of boxes that stand for nodes.
    public int nodes() {
        return (int) boxes.stream().filter(b -> b.box().role().isLayer()).count();
    }
}
