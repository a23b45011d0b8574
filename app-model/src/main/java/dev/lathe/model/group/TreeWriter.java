package dev.lathe.model.group;

import dev.lathe.model.group.Item.Leaf;
import dev.lathe.model.group.Item.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns the built parts into groups: puts constants beside their readers, names groups, and finds
/// those of the same form.
final class TreeWriter {
    private static final int FEW_CONSTANTS = 8;

    private final Flow flow;
    private final Part root;
    private final Structure structure;
    private final Labels labels;
    private final Map<Integer, Part> homes = new HashMap<>();
    private final Set<Integer> settled = new HashSet<>();
    private final IdentityHashMap<Part, Part> parents = new IdentityHashMap<>();
    private final IdentityHashMap<Part, Integer> ranks = new IdentityHashMap<>();
    private final IdentityHashMap<Part, Integer> depths = new IdentityHashMap<>();
    private final IdentityHashMap<Part, List<Integer>> constants = new IdentityHashMap<>();

    TreeWriter(Flow flow, Part root) {
        this.flow = flow;
        this.root = root;
        this.structure = new Structure(flow);
        this.labels = new Labels(flow);
    }

    Group write() {
        settle(root, 0);
        placeConstants();
        return write(root, "", "").group();
    }

    private record Written(Group group, List<Integer> nodes) {}

    private void settle(Part part, int depth) {
        depths.put(part, depth);
        for (Item item : part.items()) {
            switch (item) {
                case Leaf(int node) -> {
                    homes.put(node, part);
                    settled.add(node);
                }
                case Part inner -> {
                    parents.put(inner, part);
                    ranks.put(inner, ranks.size());
                    settle(inner, depth + 1);
                }
            }
        }
    }

    /// A constant is where all that read it are. Where that would crowd a level, it is in the first
    /// item of the level that reads it.
    private void placeConstants() {
        var crowd = new IdentityHashMap<Part, Integer>();
        for (int i = flow.size() - 1; i >= 0; i--) {
            if (flow.isConstant(i) && !settled.contains(i)) {
                var home = homeOf(flow.targets(i));
                homes.put(i, home);
                crowd.merge(home, 1, Integer::sum);
            }
        }
        for (int i = flow.size() - 1; i >= 0; i--) {
            if (flow.isConstant(i) && !settled.contains(i)) {
                var home = homeOf(flow.targets(i));
                if (crowd.getOrDefault(home, 0) > FEW_CONSTANTS) {
                    home = homeOf(firstReaders(i, home));
                }
                homes.put(i, home);
                constants.computeIfAbsent(home, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    /// The readers of a constant that are in the first group of a level, of those that read it; all
    /// its readers if one is directly on the level.
    private int[] firstReaders(int position, Part level) {
        var targets = flow.targets(position);
        int first = Integer.MAX_VALUE;
        for (int target : targets) {
            first = Math.min(first, rankIn(level, target));
        }
        int rank = first;
        return first < 0
                ? targets
                : Arrays.stream(targets).filter(t -> rankIn(level, t) == rank).toArray();
    }

    /// Which group of a level a node is in; −1 if it is directly on the level.
    @SuppressWarnings("ReferenceEquality") // parts are places in the tree
    private int rankIn(Part level, int position) {
        var part = homes.getOrDefault(position, root);
        if (part == level) {
            return -1;
        }
        while (parents.getOrDefault(part, level) != level) {
            part = parents.getOrDefault(part, level);
        }
        return ranks.getOrDefault(part, -1);
    }

    @SuppressWarnings("ReferenceEquality") // parts are places in the tree
    private Part homeOf(int[] readers) {
        if (readers.length == 0) {
            return root;
        }
        var common = homes.getOrDefault(readers[0], root);
        for (int reader : readers) {
            var other = homes.getOrDefault(reader, root);
            while (common != other) {
                if (depth(common) >= depth(other)) {
                    common = parents.getOrDefault(common, root);
                } else {
                    other = parents.getOrDefault(other, root);
                }
            }
        }
        return common;
    }

    private int depth(Part part) {
        return depths.getOrDefault(part, 0);
    }

    private Written write(Part part, String path, String label) {
        var own = new ArrayList<>(constants.getOrDefault(part, List.of()));
        var inner = new ArrayList<Part>();
        for (Item item : part.items()) {
            switch (item) {
                case Leaf(int node) -> own.add(node);
                case Part child -> inner.add(child);
            }
        }
        own.sort(null);
        var all = new ArrayList<>(own);
        var children = new ArrayList<Group>();
        var prefix = path.isEmpty() ? "" : path + "/";
        var names = labels.of(inner, prefix);
        for (int i = 0; i < inner.size(); i++) {
            var name = names.get(i);
            var written = write(inner.get(i), prefix + name, name);
            children.add(written.group());
            all.addAll(written.nodes());
        }
        long key = structure.key(all, own.size(), children.stream().map(Group::structure).toList());
        var nodes = own.stream().map(flow::node).toList();
        return new Written(new Group(path, label, part.origin(), key, children, nodes), all);
    }
}
