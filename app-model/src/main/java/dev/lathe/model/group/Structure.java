package dev.lathe.model.group;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keys of groups that have the same form.
final class Structure {
    private final long[] kinds;
    private final int[][] slots;

    Structure(Flow flow) {
        this.kinds = new long[flow.size()];
        this.slots = new int[flow.size()][];
        for (int i = 0; i < flow.size(); i++) {
            kinds[i] = kind(flow.node(i));
            slots[i] = flow.slots(i);
        }
    }

    /// The operator of a node, and those in its subgraphs.
    static long kind(Node node) {
        long hash = Hash.mix(Hash.mix(1, node.domain()), node.opType());
        for (Graph graph : node.subgraphs()) {
            hash = Hash.mix(hash, graph.nodes().size());
            for (Node inner : graph.nodes()) {
                hash = Hash.mix(hash, kind(inner));
            }
        }
        return hash;
    }

    /// The key of a group.
    ///
    /// @param nodes the positions of all its nodes, its own first, then child by child
    /// @param own how many of them are directly in it
    /// @param children the keys of its children
    long key(List<Integer> nodes, int own, List<Long> children) {
        var index = index(nodes);
        long hash = Hash.mix(nodes.size(), own);
        for (long child : children) {
            hash = Hash.mix(hash, child);
        }
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            hash = Hash.mix(hash, kinds[node]);
            for (int slot : slots[node]) {
                hash = Hash.mix(hash, slot < 0 ? slot : index.getOrDefault(slot, -1));
            }
        }
        return hash;
    }

    private static Map<Integer, Integer> index(List<Integer> nodes) {
        var index = HashMap.<Integer, Integer>newHashMap(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            index.put(nodes.get(i), i);
        }
        return index;
    }
}
