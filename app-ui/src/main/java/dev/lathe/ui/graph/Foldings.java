package dev.lathe.ui.graph;

import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.FirstView;
import dev.lathe.ui.graph.layout.PictureBox;
import dev.lathe.ui.graph.layout.Unfolding;
import java.util.HashSet;
import java.util.Optional;

/// What is open when another model comes, and where boxes lead to.
final class Foldings {
    private Foldings() {}

    /// What was open and is there in another model; what can be read at once if that is little.
    static Unfolding kept(Outline outline, Location location, Unfolding before) {
        var shown = location.in(outline).orElseThrow();
        var known = FirstView.all(shown.scope(), shown.group());
        var groups = new HashSet<>(before.groups());
        groups.retainAll(known.groups());
        var nodes = new HashSet<>(before.nodes());
        nodes.retainAll(known.nodes());
        int had = before.groups().size() + before.nodes().size();
        boolean mostAreThere = had > 0 && 2 * (groups.size() + nodes.size()) >= had;
        return mostAreThere
                ? new Unfolding(groups, nodes)
                : FirstView.readable(shown.scope(), shown.group());
    }

    /// What is inside a box, to be shown by itself.
    static Optional<Location> inside(Outline outline, PictureBox box) {
        if (box.role() == BoxRole.SCOPE) {
            return Optional.of(new Location(box.name(), ""));
        }
        if (box.role().isLayer()) {
            return outline.find(box.name())
                    .flatMap(place -> place.scope().inside(place.node()).stream().findFirst())
                    .map(scope -> new Location(scope.path(), ""));
        }
        return box.role().isGroup() ? group(outline, box.name()) : Optional.empty();
    }

    /// The group with an identifier.
    static Optional<Location> group(Outline outline, String id) {
        if (outline.main().groups().find(id).isPresent()) {
            return Optional.of(new Location("", id));
        }
        int cut = id.lastIndexOf(Scope.SEPARATOR);
        if (cut < 0) {
            return Optional.empty();
        }
        var location =
                new Location(id.substring(0, cut), id.substring(cut + Scope.SEPARATOR.length()));
        return location.in(outline).map(_ -> location);
    }
}
