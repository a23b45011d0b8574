package dev.lathe.ui.graph;

import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of a model is shown: one of its graphs, or one group of it, by itself.
///
/// @param scope the path of a scope; empty for the main graph
/// @param group the path of a group in it; empty for all of it
public record Location(String scope, String group) {

    /// The main graph.
    public static final Location MAIN = new Location("", "");

    /// The graph and the group in it, if the model has them.
    record Shown(Scope scope, Group group) {
        /// The identifier of a layer of the group.
        String firstLayer() {
            return scope.id(group.allNodes().getFirst());
        }
    }

    /// What this is in a model.
    Optional<Shown> in(Outline outline) {
        return outline.scope(scope)
                .flatMap(found -> found.groups().find(group).map(g -> new Shown(found, g)));
    }

    /// The way here from the outermost graph, itself included.
    static List<Location> way(Shown shown) {
        var way = new ArrayList<Location>();
        way.add(new Location(shown.scope.path(), ""));
        for (Group group : Ways.to(shown.scope.groups(), shown.group)) {
            way.add(new Location(shown.scope.path(), group.path()));
        }
        var scope = shown.scope;
        while (scope.outer().isPresent()) {
            var outer = scope.outer().get();
            var home = outer.groups().home(scope.holder().orElseThrow());
            int at = 0;
            way.add(at++, new Location(outer.path(), ""));
            for (Group group : Ways.to(outer.groups(), home)) {
                way.add(at++, new Location(outer.path(), group.path()));
            }
            scope = outer;
        }
        return List.copyOf(way);
    }
}
