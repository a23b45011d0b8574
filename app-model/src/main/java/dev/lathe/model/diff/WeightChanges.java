package dev.lathe.model.diff;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds the nodes that read the constants that differ.
final class WeightChanges {
    private final Set<TensorDiff> read = Collections.newSetFromMap(new IdentityHashMap<>());

    /// The differing constants of one graph by the nodes that both models have, or that alone read
    /// them.
    IdentityHashMap<NodeDiff, List<TensorDiff>> of(
            GraphDiff diff, NodeDiffs nodes, Graph before, Graph after) {
        var names = names(before);
        var result = new IdentityHashMap<NodeDiff, List<TensorDiff>>();
        for (TensorDiff tensor : diff.tensors()) {
            if (tensor.change() == Change.SAME && !isRenamed(tensor, names)) {
                continue;
            }
            var readers = new LinkedHashSet<NodeDiff>();
            tensor.after()
                    .ifPresent(
                            _ -> collect(after.consumers(tensor.name()), nodes::ofAfter, readers));
            name(tensor, names)
                    .ifPresent(old -> collect(before.consumers(old), nodes::ofBefore, readers));
            if (readers.stream().anyMatch(WeightChanges::isInBoth)) {
                readers.removeIf(reader -> !isInBoth(reader));
            }
            for (NodeDiff reader : readers) {
                read.add(tensor);
                result.computeIfAbsent(reader, _ -> new ArrayList<>(2)).add(tensor);
            }
        }
        return result;
    }

    /// The constants that differ and that none of the nodes seen so far reads.
    List<TensorDiff> loose(ModelDiff diff) {
        return diff.graphs().stream()
                .flatMap(graph -> graph.tensors().stream())
                .filter(tensor -> tensor.change() != Change.SAME && !read.contains(tensor))
                .toList();
    }

    private static void collect(
            List<Node> nodes, Function<Node, Optional<NodeDiff>> diffs, Set<NodeDiff> into) {
        nodes.forEach(node -> diffs.apply(node).ifPresent(into::add));
    }

    private static boolean isInBoth(NodeDiff node) {
        return node.before().isPresent() && node.after().isPresent();
    }

    private static boolean isRenamed(TensorDiff tensor, IdentityHashMap<Tensor, String> names) {
        return name(tensor, names).map(old -> !old.equals(tensor.name())).orElse(false);
    }

    /// The name of the value that a constant was.
    private static Optional<String> name(TensorDiff tensor, IdentityHashMap<Tensor, String> names) {
        return tensor.before().map(names::get);
    }

    private static IdentityHashMap<Tensor, String> names(Graph graph) {
        var names = new IdentityHashMap<Tensor, String>();
        graph.initializers().forEach((name, tensor) -> names.put(tensor, name));
        for (Node node : graph.nodes()) {
            if (node.is("Constant")) {
                for (String output : node.outputs()) {
                    graph.constant(output).ifPresent(tensor -> names.put(tensor, output));
                }
            }
        }
        return names;
    }
}
