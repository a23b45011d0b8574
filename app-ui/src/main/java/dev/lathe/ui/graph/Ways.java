package dev.lathe.ui.graph;

import dev.lathe.model.group.Group;
import dev.lathe.model.group.GroupTree;
import dev.lathe.model.outline.Scope;
import dev.lathe.ui.graph.Location.Shown;
import dev.lathe.ui.graph.layout.Unfolding;
import dev.lathe.ui.graph.layout.Unfolding.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has to be open for something to be seen.
final class Ways {
    private Ways() {}

    /// The groups around a group, from the outermost to itself; the root is left out.
    static List<Group> to(GroupTree tree, Group group) {
        var way = new ArrayList<Group>();
        var at = Optional.of(tree.root());
        while (at.isPresent() && !at.get().path().equals(group.path())) {
            at = at.get().children().stream().filter(child -> holds(child, group)).findFirst();
            at.ifPresent(way::add);
        }
        return way;
    }

    /// What is open, with a group and all around it opened that is inside what is shown; empty if
    /// the group is not inside it.
    static Optional<Unfolding> open(Scope of, Group inner, Shown shown, Unfolding open) {
        var opened = open;
        var scope = of;
        var home = inner;
        while (!scope.path().equals(shown.scope().path())) {
            for (Group group : to(scope.groups(), home)) {
                opened = opened.withGroup(scope.id(group), Fold.OPEN);
            }
            var outer = scope.outer();
            if (outer.isEmpty()) {
                return Optional.empty();
            }
            var node = scope.holder().orElseThrow();
            scope = outer.get();
            opened = opened.withNode(scope.id(node), Fold.OPEN);
            home = scope.groups().home(node);
        }
        if (!shown.group().path().isEmpty() && !holds(shown.group(), home)) {
            return Optional.empty();
        }
        for (Group group : to(scope.groups(), home)) {
            if (isInside(shown.group(), group)) {
                opened = opened.withGroup(scope.id(group), Fold.OPEN);
            }
        }
        return Optional.of(opened);
    }

    /// The outermost scope around one.
    static Scope root(Scope scope) {
        var at = scope;
        while (at.outer().isPresent()) {
            at = at.outer().get();
        }
        return at;
    }

    private static boolean isInside(Group outer, Group group) {
        return holds(outer, group) && !outer.path().equals(group.path());
    }

    private static boolean holds(Group outer, Group inner) {
        return outer.path().isEmpty()
                || inner.path().equals(outer.path())
                || inner.path().startsWith(outer.path() + "/");
    }
}
