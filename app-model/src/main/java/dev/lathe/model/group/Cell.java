package dev.lathe.model.group;

import java.util.ArrayList;
import java.util.List;

/// Nodes of one level that are to be one item of it.
///
/// @param label the scope that they share; empty for a single node
/// @param nodes positions, ascending
record Cell(String label, List<Integer> nodes) {
    Cell {
        nodes = List.copyOf(nodes);
    }

    boolean isScope() {
        return !label.isEmpty();
    }

    int first() {
        return nodes.getFirst();
    }

    /// Where the middle of the cell is in the line.
    double centre() {
        return nodes.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    Cell with(Cell other) {
        var all = new ArrayList<>(nodes);
        all.addAll(other.nodes);
        all.sort(null);
        return new Cell(label.isEmpty() ? other.label : label, all);
    }
}
