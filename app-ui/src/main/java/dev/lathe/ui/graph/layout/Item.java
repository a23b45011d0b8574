package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Node;
import dev.lathe.model.group.Group;
import dev.lathe.ui.graph.layout.PictureBuilder.Inner;
import java.util.Optional;

/// What gets one box on a level.
///
/// @param value of an input or output
/// @param first its first element
/// @param inner what is in it, if it is open
record Item(
        BoxRole role,
        Optional<Group> group,
        Optional<Node> node,
        String value,
        int first,
        Optional<Inner> inner) {

    /// What is in an open item.
    Inner open() {
        return inner.orElseThrow();
    }
}
