package dev.lathe.ui.graph.layout;

import java.util.HashSet;
import java.util.Set;

/// What is open in a picture; all else is closed.
///
/// @param groups identifiers of groups
/// @param nodes identifiers of nodes whose graphs are shown in them
public record Unfolding(Set<String> groups, Set<String> nodes) {

    /// Everything closed.
    public static final Unfolding CLOSED = new Unfolding(Set.of(), Set.of());

    public Unfolding {
        groups = Set.copyOf(groups);
        nodes = Set.copyOf(nodes);
    }

    /// Opens or closes a group.
    public Unfolding withGroup(String id, Fold fold) {
        return new Unfolding(changed(groups, id, fold), nodes);
    }

    /// Opens or closes a node.
    public Unfolding withNode(String id, Fold fold) {
        return new Unfolding(groups, changed(nodes, id, fold));
    }

    /// What to do with something that can be open.
    public enum Fold {
        OPEN,
        CLOSE
    }

    private static Set<String> changed(Set<String> ids, String id, Fold fold) {
        var changed = new HashSet<>(ids);
        if (fold == Fold.OPEN) {
            changed.add(id);
        } else {
            changed.remove(id);
        }
        return changed;
    }
}
