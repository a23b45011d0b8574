package dev.lathe.model.group;

import java.util.ArrayList;
import java.util.List;

/// What is directly in a group that is being built.
sealed interface Item {

    /// Adds the positions of all nodes in this item.
    void collect(List<Integer> into);

    /// The positions of all nodes in this item, ascending.
    default List<Integer> nodes() {
        var all = new ArrayList<Integer>();
        collect(all);
        all.sort(null);
        return all;
    }

    /// A node.
    record Leaf(int node) implements Item {
        @Override
        public void collect(List<Integer> into) {
            into.add(node);
        }
    }

    /// A group.
    ///
    /// @param label the scope that it is for; empty if it is for none
    /// @param items in topological order
    record Part(String label, GroupOrigin origin, List<Item> items) implements Item {
        public Part {
            items = List.copyOf(items);
        }

        @Override
        public void collect(List<Integer> into) {
            items.forEach(item -> item.collect(into));
        }

        Part with(List<Item> others) {
            return new Part(label, origin, others);
        }
    }
}
