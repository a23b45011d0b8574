package dev.lathe.model.group;

import dev.lathe.model.cost.PartCost;
import dev.lathe.model.cost.PartCosts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What the groups of a tree cost.
public final class GroupCosts {
    private GroupCosts() {}

    /// The cost of every group, each before those within. A weight that several groups share counts
    /// in each of them, and once in the group that holds them all.
    public static SequencedMap<Group, PartCost> of(GroupTree tree, PartCosts costs) {
        var result = new LinkedHashMap<Group, PartCost>();
        tree.root().stream().forEach(group -> result.put(group, costs.sum(group.allNodes())));
        return Collections.unmodifiableSequencedMap(result);
    }
}
