package dev.lathe.model.group;

import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hierarchy of the nodes of one graph.
///
/// Modules come from what the exporter noted of the nodes, from the scopes in their names, or from
/// the names of the weights that they read, whichever says most. Where names say nothing, and where
/// a level has too many items to be read, parts are found by the form of the graph. The same graph
/// always gives the same tree. A subgraph and the body of a function have trees of their own.
public final class GroupTree {
    private final Group root;
    private final Map<String, Group> byPath = new HashMap<>();
    private final Map<Long, List<Group>> byStructure = new HashMap<>();
    private final IdentityHashMap<Node, Group> homes = new IdentityHashMap<>();

    private GroupTree(Group root) {
        this.root = root;
        root.stream().forEach(this::index);
    }

    /// The tree of the main graph of a model.
    public static GroupTree of(ModelGraph model) {
        return of(model.graph());
    }

    /// The tree of a graph: the main one, a branch or a body.
    public static GroupTree of(Graph graph) {
        return new GroupTree(new TreeBuilder(graph).build());
    }

    /// The tree of a graph by what its nodes and weights are called alone, however many items a
    /// level then has.
    public static GroupTree named(Graph graph) {
        return new GroupTree(new TreeBuilder(graph).buildNamed());
    }

    /// The tree of a graph whose nodes are all in one group.
    public static GroupTree flat(Graph graph) {
        var nodes = graph.topologicalOrder();
        return new GroupTree(new Group("", "", GroupOrigin.STRUCTURE, 0, List.of(), nodes));
    }

    /// The tree of the nodes that a function is made of.
    public static GroupTree of(LocalFunction function) {
        return of(
                new Graph(
                        function.name(),
                        function.nodes(),
                        values(function.inputs()),
                        values(function.outputs()),
                        List.of(),
                        List.of(),
                        Extras.NONE));
    }

    /// The group that holds all.
    public Group root() {
        return root;
    }

    /// The group with a path.
    public Optional<Group> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /// The innermost group that a node of the graph is in.
    ///
    /// @throws IllegalArgumentException if the node is not of this graph
    public Group home(Node node) {
        var home = homes.get(node);
        if (home == null) {
            throw new IllegalArgumentException("the node is not of this graph: " + node.name());
        }
        return home;
    }

    /// The groups that have the same structure as a group, itself included, in topological order.
    public List<Group> repetitions(Group group) {
        return List.copyOf(byStructure.getOrDefault(group.structure(), List.of(group)));
    }

    private void index(Group group) {
        byPath.put(group.path(), group);
        byStructure.computeIfAbsent(group.structure(), _ -> new ArrayList<>(1)).add(group);
        group.nodes().forEach(node -> homes.put(node, group));
    }

    private static List<Value> values(List<String> names) {
        return names.stream().map(name -> new Value(name, Optional.empty(), Extras.NONE)).toList();
    }
}
