package dev.lathe.model.graph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// The nodes of a graph by number, and the values that run between them.
///
/// Numbers follow the order of the graph. What a node reads inside its subgraphs counts as read by
/// the node.
public final class Wiring {
    private final Graph graph;
    private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();
    private final List<Wire> wires = new ArrayList<>();
    private final int[][] sources;
    private final int[][] targets;

    private Wiring(Graph graph) {
        this.graph = graph;
        var nodes = graph.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            numbers.put(nodes.get(i), i);
        }
        addOuterWires();
        for (int i = 0; i < nodes.size(); i++) {
            addWires(i);
        }
        targets = new int[nodes.size()][];
        sources = new int[nodes.size()][];
        connect();
    }

    /// A value that nodes of the graph read or make.
    ///
    /// @param producer the number of the node that makes it; −1 for an input of the graph or a
    ///   value of an enclosing graph
    /// @param consumers the numbers of the nodes that read it, ascending
    public record Wire(String value, int producer, List<Integer> consumers) {
        public Wire {
            consumers = List.copyOf(consumers);
        }
    }

    /// The wiring of a graph; takes time in proportion to its edges.
    public static Wiring of(Graph graph) {
        return new Wiring(graph);
    }

    /// The number of nodes.
    public int size() {
        return sources.length;
    }

    public Node node(int number) {
        return graph.nodes().get(number);
    }

    /// The number of a node of the graph.
    public int number(Node node) {
        var number = numbers.get(node);
        if (number == null) {
            throw new IllegalArgumentException("the node is not of this graph: " + node.name());
        }
        return number;
    }

    /// All values but constants that are no output of a node.
    public List<Wire> wires() {
        return wires;
    }

    /// The nodes that a node reads from, each once, in the order of its inputs.
    public int[] sources(int number) {
        return sources[number].clone();
    }

    /// The nodes that read from a node, each once.
    public int[] targets(int number) {
        return targets[number].clone();
    }

    private void addOuterWires() {
        var outer = new LinkedHashSet<String>();
        graph.inputs().forEach(input -> outer.add(input.name()));
        for (Node node : graph.nodes()) {
            for (String input : node.inputs()) {
                if (!input.isEmpty() && graph.producer(input).isEmpty()) {
                    outer.add(input);
                }
            }
        }
        outer.removeAll(graph.initializers().keySet());
        outer.forEach(value -> wires.add(new Wire(value, -1, consumers(value))));
    }

    @SuppressWarnings("ReferenceEquality") // two equal nodes are still two places in the graph
    private void addWires(int number) {
        var node = graph.nodes().get(number);
        for (String output : node.outputs()) {
            if (!output.isEmpty() && graph.producer(output).orElseThrow() == node) {
                wires.add(new Wire(output, number, consumers(output)));
            }
        }
    }

    private List<Integer> consumers(String value) {
        return graph.consumers(value).stream().map(this::number).toList();
    }

    private void connect() {
        var into = new ArrayList<LinkedHashSet<Integer>>();
        var from = new ArrayList<LinkedHashSet<Integer>>();
        for (int i = 0; i < size(); i++) {
            into.add(new LinkedHashSet<>(4));
            from.add(new LinkedHashSet<>(4));
        }
        for (int i = 0; i < size(); i++) {
            for (String input : node(i).inputs()) {
                var producer = graph.producer(input);
                if (producer.isPresent()) {
                    into.get(i).add(number(producer.get()));
                }
            }
        }
        for (Wire wire : wires) {
            for (int consumer : wire.consumers()) {
                if (wire.producer() >= 0) {
                    into.get(consumer).add(wire.producer());
                    from.get(wire.producer()).add(consumer);
                }
            }
        }
        for (int i = 0; i < size(); i++) {
            sources[i] = into.get(i).stream().mapToInt(Integer::intValue).toArray();
            targets[i] = from.get(i).stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
