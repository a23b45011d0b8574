package dev.lathe.ui.inspect;

import dev.lathe.model.cost.PartCost;
import dev.lathe.model.graph.Node;
import dev.lathe.model.group.Group;
import dev.lathe.model.group.GroupOrigin;
import dev.lathe.model.outline.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of a part of a model: a group, a graph inside another, or some chosen layers.
///
/// @param layers how many there are, those of graphs inside them not counted
/// @param operators how many layers there are of each operator, most first
/// @param inputs values that layers of the part read and that come from outside it; constants are
///   none
/// @param outputs values that layers of the part produce and that are read outside it
/// @param group the group, if the part is one
record PartReport(
        int layers,
        List<Map.Entry<String, Long>> operators,
        PartCost cost,
        List<Crossing> inputs,
        List<Crossing> outputs,
        Optional<GroupReport> group) {
    PartReport {
        operators = List.copyOf(operators);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// A value that crosses the border of the part.
    ///
    /// @param ends the layers outside that produce or read it; none at the border of the graph
    record Crossing(String value, String type, Scope scope, List<Node> ends) {
        Crossing {
            ends = List.copyOf(ends);
        }
    }

    /// What only groups have.
    ///
    /// @param repetitions groups of the same form, this one included
    record GroupReport(Scope scope, Group group, GroupOrigin origin, List<Group> repetitions) {
        GroupReport {
            repetitions = List.copyOf(repetitions);
        }
    }
}
