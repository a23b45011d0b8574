package dev.lathe.model.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Wiring;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What holds of every tree.
final class TreeChecks {
    private TreeChecks() {}

    /// Checks the trees of a graph and of all graphs in it.
    static void check(Graph graph) {
        check(graph, GroupTree.of(graph));
        for (Node node : graph.nodes()) {
            node.subgraphs().forEach(TreeChecks::check);
        }
    }

    private static void check(Graph graph, GroupTree tree) {
        var all = tree.root().allNodes();
        Set<Node> distinct = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(all);
        assertThat(distinct).hasSize(all.size()).hasSize(graph.nodes().size());
        assertThat(tree.root().stream().map(Group::path)).doesNotHaveDuplicates();
        tree.root().stream()
                .filter(group -> !group.path().isEmpty())
                .forEach(group -> assertThat(group.itemCount()).isGreaterThan(1));
        if (isAcyclic(graph)) {
            var wiring = Wiring.of(graph);
            tree.root().stream().forEach(group -> checkLevel(wiring, group));
        }
    }

    private static boolean isAcyclic(Graph graph) {
        var wiring = Wiring.of(graph);
        var edges = new ArrayList<int[]>();
        for (int i = 0; i < wiring.size(); i++) {
            int own = i;
            if (java.util.Arrays.stream(wiring.targets(i)).anyMatch(t -> t == own)) {
                return false;
            }
            edges.add(wiring.targets(i));
        }
        return new Components(edges.toArray(int[][]::new)).find().size() == wiring.size();
    }

    /// No cycle between the items of a group, and the items in topological order.
    static void checkLevel(Wiring wiring, Group group) {
        var itemOf = new IdentityHashMap<Node, Integer>();
        int items = 0;
        for (Node node : group.nodes()) {
            itemOf.put(node, items++);
        }
        for (Group child : group.children()) {
            for (Node node : child.allNodes()) {
                itemOf.put(node, items);
            }
            items++;
        }
        var edges = new ArrayList<Set<Integer>>();
        for (int i = 0; i < items; i++) {
            edges.add(new LinkedHashSet<>());
        }
        for (Node node : itemOf.keySet()) {
            int from = itemOf.getOrDefault(node, -1);
            for (int target : wiring.targets(wiring.number(node))) {
                int to = itemOf.getOrDefault(wiring.node(target), from);
                if (to != from) {
                    edges.get(from).add(to);
                }
            }
        }
        var found = new Components(arrays(edges)).find();
        assertThat(found.size()).as("no cycle between the items of %s", group).isEqualTo(items);
        for (int i = group.nodes().size(); i < items; i++) {
            int child = i;
            assertThat(edges.get(i))
                    .as("children of %s in order", group)
                    .noneMatch(to -> to >= group.nodes().size() && to < child);
        }
    }

    private static int[][] arrays(List<Set<Integer>> edges) {
        return edges.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
