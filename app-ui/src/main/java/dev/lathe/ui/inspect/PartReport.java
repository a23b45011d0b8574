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
/// @param unknownSizes how many values have no known size, so that the peak may be larger
/// @param inputs values that layers of the part read and that come from outside it; constants are
///   none
/// @param outputs values that layers of the part produce and that are read outside it
/// @param group the group, if the part is one
record PartReport(
        int layers,
        List<Map.Entry<String, Long>> operators,
        PartCost cost,
        int unknownSizes,
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
    /// @param scope the graph that the ends are in
    /// @param ends the layers outside that produce or read it
    /// @param border whether it is an input or output of that graph
    record Crossing(String value, String type, Scope scope, List<Node> ends, Border border) {
        Crossing {
            ends = List.copyOf(ends);
        }
    }

    /// Whether a value crosses the border of its graph too.
    enum Border {
        INSIDE,
        ENTERS,
        LEAVES
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
