package dev.lathe.model.cost;

import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import dev.lathe.model.shape.InferredTypes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Which of the graphs inside a node may run, and how often.
final class GraphChoice {

    private GraphChoice() {}

    /// The graphs that may run: of an If both branches, or the one that a known condition chooses;
    /// else all.
    ///
    /// @param graph that the node is in; empty inside a function
    static List<Graph> of(Node node, Optional<Graph> graph, InferredTypes types) {
        var condition = node.is("If") ? single(node, graph, types) : OptionalLong.empty();
        if (condition.isEmpty()) {
            return node.subgraphs();
        }
        var chosen = condition.getAsLong() == 0 ? "else_branch" : "then_branch";
        return node.attribute(chosen).orElse(null) instanceof GraphValue(var branch)
                ? List.of(branch)
                : node.subgraphs();
    }

    /// How often the body of a Loop or Scan runs.
    static OptionalLong turns(Node node, Optional<Graph> graph, InferredTypes types) {
        if (node.is("Loop")) {
            var count = single(node, graph, types);
            return count.isPresent() ? OptionalLong.of(Math.max(0, count.getAsLong())) : count;
        }
        if (node.is("Scan") && node.intAttribute("num_scan_inputs", 1) > 0) {
            var axes = node.intsAttribute("scan_input_axes").orElse(List.of());
            long axis = axes.isEmpty() ? 0 : axes.getLast();
            return MacCount.input(node, types, node.inputs().size() - 1)
                    .filter(shape -> axis < shape.rank() && axis >= -shape.rank())
                    .map(shape -> shape.size((int) axis))
                    .orElse(OptionalLong.empty());
        }
        return OptionalLong.empty();
    }

    /// The first input, if it is one number that is known: a trip count or a condition.
    private static OptionalLong single(Node node, Optional<Graph> graph, InferredTypes types) {
        var name = node.input(0).orElse("");
        var known = types.integers(name).filter(elements -> elements.size() == 1);
        if (known.isPresent()) {
            return OptionalLong.of(known.get().getFirst());
        }
        return graph.flatMap(g -> g.constant(name))
                .filter(GraphChoice::isSingle)
                .flatMap(TensorNumbers::of)
                .map(numbers -> OptionalLong.of((long) numbers.get(0)))
                .orElse(OptionalLong.empty());
    }

    private static boolean isSingle(Tensor tensor) {
        return tensor.sizes().stream().allMatch(size -> size == 1);
    }
}
