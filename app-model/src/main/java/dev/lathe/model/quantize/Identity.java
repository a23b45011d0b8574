package dev.lathe.model.quantize;

import dev.lathe.model.graph.Node;
import java.util.List;

/// Changes to lists of nodes by identity: two equal nodes are still two places in the graph.
final class Identity {
    private Identity() {}

    @SuppressWarnings("ReferenceEquality") // see above
    static void replace(List<Node> nodes, Node node, Node other) {
        nodes.replaceAll(each -> each == node ? other : each);
    }

    @SuppressWarnings("ReferenceEquality") // see above
    static void remove(List<Node> nodes, Node node) {
        nodes.removeIf(each -> each == node);
    }
}
