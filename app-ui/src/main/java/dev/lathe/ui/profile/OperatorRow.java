package dev.lathe.ui.profile;

import java.util.Optional;

/// A line of the operator table.
///
/// @param name as the runtime names the node
/// @param layer the layer of the model that it came from, if the name tells it
/// @param share of the sum over all operators, 0 to 1
/// @param ofLargest the share as a part of the largest share of any operator, 0 to 1
record OperatorRow(
        String name, String op, Optional<String> layer, double ms, double share, double ofLargest) {

    /// What people know the operator by: the layer, or else the runtime's name.
    String title() {
        return layer.orElse(name);
    }
}
