package dev.lathe.app.cli;

import dev.lathe.app.cli.TextTable.Align;
import dev.lathe.model.cost.PartCost;
import dev.lathe.model.cost.PartCosts;
import dev.lathe.model.group.Group;
import dev.lathe.model.group.GroupTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// The groups of layers as `inspect` prints them, each before those within.
record GroupReport(List<OneGroup> groups) {

    /// A group of layers; the components are the properties of its JSON.
    ///
    /// @param items how many boxes it shows when it is open
    /// @param nodes how many nodes are in it and in the groups within
    /// @param repetitions how many groups of the model have its form
    record OneGroup(
            String path,
            String label,
            String origin,
            int depth,
            int items,
            int nodes,
            int repetitions,
            long parameters,
            long weightBytes,
            OptionalLong macs,
            long macsAtLeast,
            long activationPeakBytes) {}

    /// The groups down to a depth; 1 is the top level.
    static GroupReport of(AnalysedModel analysed, int depth) {
        var model = analysed.model();
        var tree = GroupTree.of(model);
        var costs = PartCosts.of(model, analysed.sampleTypes(), analysed.cost());
        var groups = new ArrayList<OneGroup>();
        for (Group group : tree.root().children()) {
            collect(group, 1, depth, tree, costs, groups);
        }
        return new GroupReport(groups);
    }

    private static void collect(
            Group group,
            int level,
            int depth,
            GroupTree tree,
            PartCosts costs,
            List<OneGroup> into) {
        if (level > depth) {
            return;
        }
        into.add(one(group, level, tree, costs.sum(group.allNodes())));
        group.children().forEach(c -> collect(c, level + 1, depth, tree, costs, into));
    }

    private static OneGroup one(Group group, int level, GroupTree tree, PartCost cost) {
        return new OneGroup(
                group.path(),
                group.label(),
                group.origin().name().toLowerCase(Locale.ROOT),
                level,
                group.itemCount(),
                group.nodeCount(),
                tree.repetitions(group).size(),
                cost.parameters(),
                cost.weightBytes(),
                cost.macs().exact(),
                cost.macs().value(),
                cost.activationPeakBytes());
    }

    void print(Console console) {
        var table =
                new TextTable(
                                Align.LEFT,
                                Align.RIGHT,
                                Align.RIGHT,
                                Align.RIGHT,
                                Align.RIGHT,
                                Align.RIGHT)
                        .row("group", "nodes", "alike", "parameters", "weights", "MACs");
        for (OneGroup group : groups) {
            table.row(
                    "  ".repeat(group.depth() - 1) + group.label(),
                    Integer.toString(group.nodes()),
                    group.repetitions() == 1 ? "" : Integer.toString(group.repetitions()),
                    group.parameters() == 0 ? "" : Figures.count(group.parameters()),
                    group.weightBytes() == 0 ? "" : Figures.bytes(group.weightBytes()),
                    group.macs().isPresent()
                            ? Figures.count(group.macs())
                            : "≥ " + Figures.count(group.macsAtLeast()));
        }
        console.print(table.lines());
    }
}
