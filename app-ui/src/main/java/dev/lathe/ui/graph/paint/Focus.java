package dev.lathe.ui.graph.paint;

import java.util.BitSet;
import java.util.Optional;

/// What of a picture is drawn in full strength while the rest is faded.
public final class Focus {
    /// Nothing is faded.
    public static final Focus ALL = new Focus(Optional.empty(), Optional.empty());

    private final Optional<BitSet> boxes;
    private final Optional<BitSet> edges;

    private Focus(Optional<BitSet> boxes, Optional<BitSet> edges) {
        this.boxes = boxes;
        this.edges = edges;
    }

    /// A focus on some boxes and edges, by their indices.
    public static Focus on(BitSet boxes, BitSet edges) {
        return new Focus(Optional.of((BitSet) boxes.clone()), Optional.of((BitSet) edges.clone()));
    }

    /// Whether nothing is faded.
    public boolean isAll() {
        return boxes.isEmpty();
    }

    public boolean hasBox(int box) {
        return boxes.map(set -> set.get(box)).orElse(true);
    }

    public boolean hasEdge(int edge) {
        return edges.map(set -> set.get(edge)).orElse(true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Focus that && boxes.equals(that.boxes) && edges.equals(that.edges);
    }

    @Override
    public int hashCode() {
        return 31 * boxes.hashCode() + edges.hashCode();
    }

    @Override
    public String toString() {
        return isAll() ? "Focus[all]" : "Focus" + boxes.orElseThrow();
    }
}
