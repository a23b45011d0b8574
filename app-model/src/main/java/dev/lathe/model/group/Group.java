package dev.lathe.model.group;

import dev.lathe.model.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Some nodes of a graph that belong together, and the smaller groups in it.
///
/// A group is convex: no path leaves it and comes back, unless the graph itself has a cycle. So the
/// groups and nodes directly in one group, each drawn as one box, have no cycle between them.
public final class Group {
    private final String path;
    private final String label;
    private final GroupOrigin origin;
    private final long structure;
    private final List<Group> children;
    private final List<Node> nodes;
    private final int nodeCount;

    Group(
            String path,
            String label,
            GroupOrigin origin,
            long structure,
            List<Group> children,
            List<Node> nodes) {
        this.path = path;
        this.label = label;
        this.origin = origin;
        this.structure = structure;
        this.children = List.copyOf(children);
        this.nodes = List.copyOf(nodes);
        this.nodeCount = nodes.size() + children.stream().mapToInt(Group::nodeCount).sum();
    }

    /// The name of this group that is unique in the tree: the labels from the top, joined by `/`;
    /// empty for the root.
    public String path() {
        return path;
    }

    /// The name for people, unique among its siblings.
    public String label() {
        return label;
    }

    public GroupOrigin origin() {
        return origin;
    }

    /// A key that groups of the same form share: the same operators with the same edges between
    /// them, position by position in the order of {@link #allNodes}, in the same inner groups.
    /// Attributes and the sizes of weights may differ.
    public long structure() {
        return structure;
    }

    /// The groups directly in this one, in topological order.
    public List<Group> children() {
        return children;
    }

    /// The nodes directly in this one, in topological order.
    public List<Node> nodes() {
        return nodes;
    }

    /// How many nodes are in this group and in those within.
    public int nodeCount() {
        return nodeCount;
    }

    /// How many boxes this group shows when it is open and those within are closed.
    public int itemCount() {
        return children.size() + nodes.size();
    }

    /// The nodes of this group and of those within: its own first, then child by child.
    public List<Node> allNodes() {
        var all = new ArrayList<Node>(nodeCount);
        collect(all);
        return all;
    }

    /// This group and those within, each before its children.
    public Stream<Group> stream() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Group::stream));
    }

    private void collect(List<Node> all) {
        all.addAll(nodes);
        children.forEach(child -> child.collect(all));
    }

    @Override
    public String toString() {
        return "Group[" + path + ", " + itemCount() + " items, " + nodeCount + " nodes]";
    }
}
