package dev.lathe.model.metric;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Outline.Place;
import java.util.Optional;
import java.util.function.Function;

/// Finds the first of the nodes that a runtime fused into one.
final class FusedLayers {
    /// A matrix product, a bias, a residual sum and an activation; no runtime fuses longer chains.
    private static final int LONGEST = 4;

    private final Function<String, Optional<Member>> members;

    private FusedLayers(Function<String, Optional<Member>> members) {
        this.members = members;
    }

    /// A node of a graph.
    private record Member(Graph graph, Node node, Function<Node, String> ids) {}

    /// The layers of the main graph of a model.
    static FusedLayers in(Graph graph) {
        return new FusedLayers(
                layer -> graph.node(layer).map(node -> new Member(graph, node, graph::layerName)));
    }

    /// The layers of all graphs of a model.
    static FusedLayers in(Outline outline) {
        return new FusedLayers(layer -> outline.find(layer).map(FusedLayers::member));
    }

    private static Member member(Place place) {
        return new Member(place.scope().graph(), place.node(), place.scope()::id);
    }

    /// The layer that a chain of nodes begins with which no other node reads from.
    ///
    /// @param layer at the end of the chain
    /// @param operator of the first node, as a runtime calls it: `Conv`, `FusedConv`, `QLinearConv`
    /// @return the layer itself if the chain does not begin with such an operator
    String origin(String layer, String operator) {
        var member = members.apply(layer);
        if (member.isEmpty() || operator.isEmpty()) {
            return layer;
        }
        var graph = member.get().graph();
        var node = member.get().node();
        for (int i = 0; i < LONGEST; i++) {
            if (!node.opType().isEmpty() && operator.contains(node.opType())) {
                return member.get().ids().apply(node);
            }
            var before = before(node, graph);
            if (before.isEmpty()) {
                return layer;
            }
            node = before.get();
        }
        return layer;
    }

    /// The one node whose output only a node reads.
    private static Optional<Node> before(Node node, Graph graph) {
        return node.inputs().stream()
                .filter(input -> graph.consumers(input).size() == 1)
                .flatMap(input -> graph.producer(input).stream())
                .filter(producer -> !producer.is("Constant"))
                .findFirst();
    }
}
