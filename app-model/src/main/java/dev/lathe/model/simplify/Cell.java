package dev.lathe.model.simplify;

import dev.lathe.model.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A place for a node in a {@link WorkGraph}: a link of its chain of nodes.
final class Cell {
    private final Node origin;
    private Node node;
    private Cell previous = this;
    private Cell next = this;
    private boolean present = true;

    /// New names, by the name in the node's subgraphs, of values that those capture.
    private final Map<String, String> renamed = new LinkedHashMap<>();

    Cell(Node node) {
        this.origin = node;
        this.node = node;
    }

    /// The node that was here first.
    Node origin() {
        return origin;
    }

    Node node() {
        return node;
    }

    Cell previous() {
        return previous;
    }

    Cell next() {
        return next;
    }

    /// Whether the node is still in the graph.
    boolean isPresent() {
        return present;
    }

    /// The values that the node reads, under their present names.
    List<String> reads() {
        if (node.subgraphs().isEmpty()) {
            return node.inputs();
        }
        var read = new ArrayList<>(node.inputs());
        for (var subgraph : node.subgraphs()) {
            subgraph.outerValues().forEach(value -> read.add(renamed.getOrDefault(value, value)));
        }
        return read;
    }

    /// Whether a subgraph of the node reads a value.
    boolean captures(String value) {
        return node.subgraphs().stream()
                .flatMap(graph -> graph.outerValues().stream())
                .anyMatch(captured -> renamed.getOrDefault(captured, captured).equals(value));
    }

    /// Has the node, with its subgraphs, read another value instead.
    void rename(String from, String to) {
        if (!node.subgraphs().isEmpty()) {
            renamed.replaceAll((_, now) -> now.equals(from) ? to : now);
            if (!renamed.containsKey(from)) {
                renamed.put(from, to);
            }
        }
        if (node.inputs().contains(from)) {
            node =
                    node.withInputs(
                            node.inputs().stream().map(i -> i.equals(from) ? to : i).toList());
        }
    }

    void setNode(Node other) {
        node = other;
    }

    /// The node with the present names also in its subgraphs.
    Node finished() {
        return renamed.isEmpty() ? node : Captures.rename(node, renamed);
    }

    void linkBefore(Cell cell) {
        previous = cell.previous;
        next = cell;
        previous.next = this;
        cell.previous = this;
    }

    void unlink() {
        previous.next = next;
        next.previous = previous;
        present = false;
    }
}
