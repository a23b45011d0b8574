package dev.lathe.model.cost;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Finds the most bytes of activations that are alive at once.
///
/// Nodes run one after another in topological order. A value lives from the node that produces it
/// (an input: from the start) to the last node that reads it (an output: to the end); while a node
/// runs, its inputs and outputs are alive together. Constants, and values that depend on constants
/// only, are no activations. No memory is shared between an input and an output of one node, so
/// that a runtime may need less or more. While a node runs graphs inside it, their peak comes on
/// top of what is alive outside: that of the branch that needs more, or of one turn of a body.
final class ActivationPeak {
    private static final long MOST_BYTES = 1L << 56;

    /// Graphs nested deeper than this are not looked into, so that no file can exhaust the stack.
    private static final int DEEPEST = 32;

    private final Graph graph;
    private final InferredTypes types;
    private final Constants constants;
    private final int depth;

    ActivationPeak(Graph graph, InferredTypes types, Constants constants) {
        this(graph, types, constants, 0);
    }

    private ActivationPeak(Graph graph, InferredTypes types, Constants constants, int depth) {
        this.graph = graph;
        this.types = types;
        this.constants = constants;
        this.depth = depth;
    }

    /// The peak of the values whose size is known, with the number of those whose size is not.
    AtLeast bytes() {
        return run((_, _) -> {});
    }

    /// Goes through the nodes as they run and tells how many bytes are alive at each.
    ///
    /// @return the same as {@link #bytes}
    AtLeast run(BiConsumer<Node, Long> each) {
        var order = graph.topologicalOrder();
        var dying = new HashMap<Integer, List<String>>();
        lastUses(order)
                .forEach(
                        (name, at) -> dying.computeIfAbsent(at, _ -> new ArrayList<>(2)).add(name));
        var sizes = new HashMap<String, Long>();
        var alive = AtLeast.ZERO;
        for (Value input : graph.requiredInputs()) {
            alive = alive.plus(size(input.name(), sizes));
        }
        long peak = alive.value();
        for (int i = 0; i < order.size(); i++) {
            var inside = inside(order.get(i));
            peak = Math.max(peak, alive.plus(inside).value());
            alive = new AtLeast(alive.value(), alive.unknown() + inside.unknown());
            for (String output : order.get(i).outputs()) {
                if (!output.isEmpty() && !constants.isConstant(output)) {
                    alive = alive.plus(size(output, sizes));
                }
            }
            peak = Math.max(peak, alive.value());
            each.accept(order.get(i), alive.value());
            long dead = 0;
            for (String name : dying.getOrDefault(i, List.of())) {
                dead += sizes.getOrDefault(name, 0L);
            }
            alive = new AtLeast(alive.value() - dead, alive.unknown());
        }
        return new AtLeast(peak, alive.unknown());
    }

    /// The peak of the graphs inside a node.
    private AtLeast inside(Node node) {
        var peak = AtLeast.ZERO;
        for (Graph subgraph : GraphChoice.of(node, Optional.of(graph), types)) {
            if (depth == DEEPEST) {
                return AtLeast.UNKNOWN;
            }
            var innerTypes = types.inside(subgraph);
            var inner = new Constants(subgraph, innerTypes, constants);
            subgraph.topologicalOrder().forEach(inner::note);
            peak = peak.orMore(new ActivationPeak(subgraph, innerTypes, inner, depth + 1).bytes());
        }
        return peak;
    }

    /// The bytes of a value, noted down; more than any memory has count as unknown.
    private AtLeast size(String value, Map<String, Long> sizes) {
        var size = TensorBytes.of(value, types);
        if (size.isEmpty() || size.getAsLong() > MOST_BYTES) {
            return AtLeast.UNKNOWN;
        }
        sizes.put(value, size.getAsLong());
        return AtLeast.of(size);
    }

    /// The position of the last node that needs each value.
    private Map<String, Integer> lastUses(List<Node> order) {
        var result = new HashMap<String, Integer>();
        var positions = new IdentityHashMap<Node, Integer>();
        for (int i = 0; i < order.size(); i++) {
            positions.put(order.get(i), i);
        }
        var kept = new HashSet<String>();
        graph.outputs().forEach(output -> kept.add(output.name()));
        for (int i = 0; i < order.size(); i++) {
            for (String output : order.get(i).outputs()) {
                int last = i;
                for (Node consumer : graph.consumers(output)) {
                    last = Math.max(last, positions.getOrDefault(consumer, i));
                }
                result.put(output, kept.contains(output) ? order.size() : last);
            }
        }
        for (Value input : graph.requiredInputs()) {
            int last = 0;
            for (Node consumer : graph.consumers(input.name())) {
                last = Math.max(last, positions.getOrDefault(consumer, 0));
            }
            result.put(input.name(), kept.contains(input.name()) ? order.size() : last);
        }
        return result;
    }
}
