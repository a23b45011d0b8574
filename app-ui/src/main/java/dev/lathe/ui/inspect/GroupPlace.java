package dev.lathe.ui.inspect;

import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import java.util.Optional;

/// Where a group is.
record GroupPlace(Scope scope, Group group) {

    /// Where the group with an identifier is. Finds the groups of a graph if they are not known.
    static Optional<GroupPlace> find(Outline outline, String id) {
        var inMain = outline.main().groups().find(id);
        if (inMain.isPresent()) {
            return inMain.map(group -> new GroupPlace(outline.main(), group));
        }
        int cut = id.lastIndexOf(Scope.SEPARATOR);
        if (cut < 0) {
            return Optional.empty();
        }
        var path = id.substring(cut + Scope.SEPARATOR.length());
        return outline.scope(id.substring(0, cut))
                .flatMap(scope ->
                        scope.groups().find(path).map(group -> new GroupPlace(scope, group)));
    }
}
