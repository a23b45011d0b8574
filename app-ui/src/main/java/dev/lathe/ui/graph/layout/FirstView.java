package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Node;
import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides what is open: for a first look as many levels as can be read, or all.
public final class FirstView {
    /// The most boxes of a first picture.
    private static final int READABLE = 150;

    /// The most groups and nodes that are opened when all are: functions that call functions can
    /// have more places than could ever be drawn.
    private static final int MOST_OPEN = 60_000;

    private final Set<String> groups = new HashSet<>();
    private final Set<String> nodes = new HashSet<>();

    private FirstView() {}

    /// A group, a scope or a node that can be opened.
    private record Door(Scope scope, List<Group> groups, List<Node> nodes) {}

    /// Opens level by level as long as the picture stays readable.
    public static Unfolding readable(Scope scope, Group group) {
        var view = new FirstView();
        var level = List.of(new Door(scope, group.children(), group.nodes()));
        int boxes = visible(scope, group);
        while (!level.isEmpty()) {
            var inside = new ArrayList<Door>();
            var openGroups = new HashSet<String>();
            var openNodes = new HashSet<String>();
            int more = 0;
            for (Door door : level) {
                for (Group child : door.groups) {
                    more += visible(door.scope, child);
                    openGroups.add(door.scope.id(child));
                    inside.add(new Door(door.scope, child.children(), child.nodes()));
                }
                for (Node node : door.nodes) {
                    if (node.subgraphs().isEmpty()) {
                        continue;
                    }
                    openNodes.add(door.scope.id(node));
                    for (Scope held : door.scope.inside(node)) {
                        var root = held.groups().root();
                        more += visible(held, root);
                        inside.add(new Door(held, root.children(), root.nodes()));
                    }
                }
            }
            boxes += more;
            if (boxes > READABLE) {
                break;
            }
            view.groups.addAll(openGroups);
            view.nodes.addAll(openNodes);
            level = List.copyOf(inside);
        }
        return new Unfolding(view.groups, view.nodes);
    }

    /// Opens everything in a group.
    public static Unfolding all(Scope scope, Group group) {
        var view = new FirstView();
        var waiting = new ArrayDeque<Door>();
        waiting.add(new Door(scope, group.children(), group.nodes()));
        while (!waiting.isEmpty() && view.groups.size() + view.nodes.size() < MOST_OPEN) {
            var door = waiting.poll();
            for (Group child : door.groups) {
                view.groups.add(door.scope.id(child));
                waiting.add(new Door(door.scope, child.children(), child.nodes()));
            }
            for (Node node : door.nodes) {
                var held = door.scope.inside(node);
                if (!held.isEmpty()) {
                    view.nodes.add(door.scope.id(node));
                }
                for (Scope inner : held) {
                    var root = inner.groups().root();
                    waiting.add(new Door(inner, root.children(), root.nodes()));
                }
            }
        }
        return new Unfolding(view.groups, view.nodes);
    }

    /// Opens so many levels of groups.
    ///
    /// @param depth 0 for none
    public static Unfolding levels(Scope scope, Group group, int depth) {
        var open = new HashSet<String>();
        var level = group.children();
        for (int i = 0; i < depth && !level.isEmpty(); i++) {
            level.forEach(child -> open.add(scope.id(child)));
            level = level.stream().flatMap(child -> child.children().stream()).toList();
        }
        return new Unfolding(open, Set.of());
    }

    private static int visible(Scope scope, Group group) {
        long folded =
                group.nodes().stream()
                        .filter(node ->
                                node.is("QuantizeLinear")
                                        || node.is("DequantizeLinear")
                                        || (node.is("Constant") && isRead(scope, node)))
                        .count();
        return group.itemCount() - (int) folded;
    }

    private static boolean isRead(Scope scope, Node node) {
        return node.outputs().stream().noneMatch(o -> scope.graph().consumers(o).isEmpty());
    }
}
