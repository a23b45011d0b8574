package dev.lathe.model.diff;

import dev.lathe.model.graph.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what became of a node by what it makes, so that a copy of the node finds it too: the body
/// of a function is copied for each call.
final class NodeDiffs {
    private final Map<List<String>, NodeDiff> ofBefore = new HashMap<>();
    private final Map<List<String>, NodeDiff> ofAfter = new HashMap<>();

    NodeDiffs(GraphDiff diff) {
        for (NodeDiff node : diff.nodes()) {
            node.before().ifPresent(before -> ofBefore.put(key(before), node));
            node.after().ifPresent(after -> ofAfter.put(key(after), node));
        }
    }

    Optional<NodeDiff> ofBefore(Node node) {
        return Optional.ofNullable(ofBefore.get(key(node)));
    }

    Optional<NodeDiff> ofAfter(Node node) {
        return Optional.ofNullable(ofAfter.get(key(node)));
    }

    private static List<String> key(Node node) {
        return node.outputs().isEmpty() ? List.of("", node.name()) : node.outputs();
    }
}
