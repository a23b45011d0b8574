package dev.lathe.model.group;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.group.Item.Leaf;
import dev.lathe.model.group.Item.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Builds the tree of a graph: scopes first, then parts where a level has too many items.
final class TreeBuilder {
    /// A group with so much of all nodes in it is shown open at the top level.
    private static final double MAIN_SHARE = 0.6;

    /// So many more items than on other levels may be at the top.
    private static final int SLACK = 5;

    /// The most boxes of a level, constants included.
    private static final int MOST_BOXES = 60;

    private static final int FEW_UNUSED = 4;

    private final Flow flow;
    private final Scopes.Found scopes;
    private final Partition partition;
    private final Segments segments;

    TreeBuilder(Graph graph) {
        flow = new Flow(graph);
        scopes = Scopes.find(flow, graph.initializers());
        partition = new Partition(flow);
        segments = new Segments(flow);
    }

    Group build() {
        return new TreeWriter(flow, withUnused(opened(limit(named())))).write();
    }

    /// The tree of scopes alone.
    Group buildNamed() {
        return new TreeWriter(flow, named()).write();
    }

    private Part named() {
        var nodes =
                IntStream.range(0, flow.size()).filter(i -> !flow.isConstant(i)).boxed().toList();
        return opened(scope("", GroupOrigin.GRAPH, nodes, 0));
    }

    /// The root with a group of constants that nothing reads, if there are many.
    private Part withUnused(Part root) {
        var unused =
                IntStream.range(0, flow.size())
                        .filter(i -> flow.isConstant(i) && flow.isUnused(i))
                        .<Item>mapToObj(Leaf::new)
                        .toList();
        if (unused.size() <= FEW_UNUSED) {
            return root;
        }
        var items = new ArrayList<>(root.items());
        items.add(new Part("unused", GroupOrigin.STRUCTURE, unused));
        return root.with(items);
    }

    /// The group of a scope: its cells are groups or nodes. A scope that holds only one other is
    /// one with it.
    private Part scope(String label, GroupOrigin origin, List<Integer> nodes, int depth) {
        var cells = partition.divide(nodes, scopes.paths(), depth);
        if (cells.size() == 1 && cells.getFirst().isScope()) {
            var inner = cells.getFirst().label();
            return scope(label.isEmpty() ? "" : join(label, inner), origin, nodes, depth + 1);
        }
        var items = new ArrayList<Item>();
        for (Cell cell : cells) {
            if (!cell.isScope()) {
                items.add(new Leaf(cell.first()));
                continue;
            }
            var part = scope(cell.label(), scopes.origin(), cell.nodes(), depth + 1);
            items.add(part.items().size() == 1 ? part.items().getFirst() : part);
        }
        return new Part(label, origin, items);
    }

    private static String join(String outer, String inner) {
        return inner.startsWith(outer + ".") ? inner : outer + "/" + inner;
    }

    /// The root, with its main group opened as long as there is room for what is in it.
    private static Part opened(Part root) {
        var items = new ArrayList<>(root.items());
        int all = root.nodes().size();
        for (int main = main(items, all); main >= 0; main = main(items, all)) {
            var inside = ((Part) items.remove(main)).items();
            items.addAll(main, inside);
        }
        return root.with(items);
    }

    private static int main(List<Item> items, int all) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Part part
                    && part.nodes().size() >= MAIN_SHARE * all
                    && part.items().size() + items.size() - 1 <= Segments.MOST_ITEMS + SLACK) {
                return i;
            }
        }
        return -1;
    }

    /// The group with no more items at any level than can be read.
    private Part limit(Part part) {
        var items = part.items();
        if (items.size() > Segments.MOST_ITEMS) {
            items = Series.join(items);
        }
        if (items.size() > Segments.MOST_ITEMS || isCrowded(items)) {
            items = segments.group(items);
        }
        var limited = new ArrayList<Item>();
        for (Item item : items) {
            limited.add(item instanceof Part inner ? limit(inner) : item);
        }
        return part.with(limited);
    }

    private boolean isCrowded(List<Item> items) {
        int boxes = items.size();
        for (Item item : items) {
            boxes += item instanceof Leaf(int node) ? flow.companions(node) : 0;
        }
        return items.size() > 1 && boxes > MOST_BOXES;
    }
}
