package dev.lathe.model.cost;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.shape.InferredTypes;
import java.util.OptionalLong;

/// Counts the multiply-accumulates of a node and of the graphs that it runs.
final class NestedMacs {

    private NestedMacs() {}

    /// The MACs of a node of a graph, times its turns; empty if they are not known.
    static OptionalLong of(Node node, Graph graph, InferredTypes types) {
        var subgraphs = node.subgraphs();
        if (subgraphs.isEmpty()) {
            return MacCount.of(node, types);
        }
        OptionalLong dearest = OptionalLong.of(0);
        for (Graph subgraph : subgraphs) {
            var inside = inside(subgraph, types.inside(subgraph));
            if (inside.isEmpty()) {
                return inside;
            }
            if (inside.getAsLong() > dearest.getAsLong()) {
                dearest = inside;
            }
        }
        return dearest.getAsLong() == 0
                ? dearest
                : MacCount.product(dearest, turns(node, graph, types));
    }

    private static OptionalLong inside(Graph graph, InferredTypes types) {
        OptionalLong sum = OptionalLong.of(0);
        for (Node node : graph.nodes()) {
            sum = MacCount.sum(sum, of(node, graph, types));
        }
        return sum;
    }

    private static OptionalLong turns(Node node, Graph graph, InferredTypes types) {
        if (node.is("If")) {
            return OptionalLong.of(1);
        }
        if (node.is("Loop")) {
            return node.input(0)
                    .flatMap(graph::constant)
                    .filter(NestedMacs::isSingleLong)
                    .map(limit -> OptionalLong.of(limit.toLongs()[0]))
                    .orElse(OptionalLong.empty());
        }
        if (node.is("Scan") && node.intsAttribute("scan_input_axes").isEmpty()) {
            return MacCount.input(node, types, node.inputs().size() - 1)
                    .filter(shape -> shape.rank() > 0)
                    .map(shape -> shape.size(0))
                    .orElse(OptionalLong.empty());
        }
        return OptionalLong.empty();
    }

    private static boolean isSingleLong(Tensor tensor) {
        return tensor.type() == DataType.INT64
                && tensor.bytes().filter(bytes -> bytes.byteSize() == 8).isPresent();
    }
}
