package dev.lathe.model.cost;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.InferredTypes;
import java.util.List;
import java.util.Optional;

/// Counts the multiply-accumulates of a node and of the graphs and functions that it runs.
final class NestedMacs {

    /// Graphs nested deeper than this are not counted, so that no file can exhaust the stack.
    private static final int DEEPEST = 32;

    private NestedMacs() {}

    /// The MACs of a node of a graph.
    static AtLeast of(Node node, Graph graph, InferredTypes types) {
        return of(node, Optional.of(graph), types, 0);
    }

    private static AtLeast of(Node node, Optional<Graph> graph, InferredTypes types, int depth) {
        if (depth > DEEPEST) {
            return AtLeast.UNKNOWN;
        }
        var call = types.call(node);
        if (call.isPresent()) {
            return sum(call.get().nodes(), Optional.empty(), call.get().types(), depth);
        }
        var subgraphs = node.subgraphs();
        if (subgraphs.isEmpty()) {
            return AtLeast.of(MacCount.of(node, types));
        }
        if (node.is("If")) {
            return branch(node, graph, types, depth);
        }
        if (TfliteMacs.applies(node) && TfliteMacs.runsOneGraph(node)) {
            return dearest(node, types, depth);
        }
        var inside = AtLeast.ZERO;
        for (Graph subgraph : subgraphs) {
            inside = inside.plus(inside(subgraph, types, depth));
        }
        if (inside.equals(AtLeast.ZERO)) {
            return inside;
        }
        var turns = GraphChoice.turns(node, graph, types);
        return turns.isPresent() ? inside.times(turns.getAsLong()) : inside.plus(AtLeast.UNKNOWN);
    }

    /// What the dearest graph of a TensorFlow Lite operator costs; nothing for one that is run only
    /// once, before the first run of the model.
    private static AtLeast dearest(Node node, InferredTypes types, int depth) {
        var dearest = AtLeast.ZERO;
        if (!node.opType().equals("CALL_ONCE")) {
            for (Graph subgraph : node.subgraphs()) {
                dearest = dearest.orMore(inside(subgraph, types, depth));
            }
        }
        return dearest;
    }

    private static AtLeast inside(Graph graph, InferredTypes types, int depth) {
        return sum(graph.nodes(), Optional.of(graph), types.inside(graph), depth);
    }

    private static AtLeast sum(
            List<Node> nodes, Optional<Graph> graph, InferredTypes types, int depth) {
        var sum = AtLeast.ZERO;
        for (Node node : nodes) {
            sum = sum.plus(of(node, graph, types, depth + 1));
        }
        return sum;
    }

    /// The dearer branch, or the one that a known condition chooses.
    private static AtLeast branch(
            Node node, Optional<Graph> graph, InferredTypes types, int depth) {
        var dearest = AtLeast.ZERO;
        for (Graph branch : GraphChoice.of(node, graph, types)) {
            dearest = dearest.orMore(inside(branch, types, depth));
        }
        return dearest;
    }
}
