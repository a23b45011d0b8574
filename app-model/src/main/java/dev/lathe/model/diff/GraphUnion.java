package dev.lathe.model.diff;

import dev.lathe.model.diff.GraphMerge.Merged;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.shape.InferredTypes.FunctionCall;
import dev.lathe.model.simplify.Captures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One graph of the nodes of two: those of the second, and those that only the first has.
final class GraphUnion {
    private static final String SUFFIX = " (before)";

    private final Graph before;
    private final Graph after;
    private final InferredTypes typesBefore;
    private final UnionValues values;
    private final IdentityHashMap<Graph, InferredTypes> inside;
    private final IdentityHashMap<Node, FunctionCall> calls = new IdentityHashMap<>();
    private final Map<Node, FunctionCall> callsAfter;
    private final Map<Node, FunctionCall> callsBefore;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Set<String>> dropped = new ArrayList<>();

    /// A node of the union.
    ///
    /// @param key where it belongs in the order
    /// @param further values of removed nodes that it read before
    private record Entry(
            NodeDiff diff,
            Optional<Node> before,
            Optional<Node> after,
            String name,
            double key,
            Set<String> further) {}

    /// @param outer the values around the first graph with those in the union around this one
    @SuppressWarnings("IdentityHashMapUsage") // two equal branches are still two places
    GraphUnion(
            Scope before,
            Scope after,
            GraphDiff diff,
            NodeDiffs nodeDiffs,
            Map<String, String> outer) {
        this.before = before.graph();
        this.after = after.graph();
        typesBefore = before.types();
        values = new UnionValues(this.before, this.after, typesBefore, after.types(), outer, diff);
        inside = new IdentityHashMap<>(after.types().subgraphs());
        callsAfter = after.types().calls();
        callsBefore = typesBefore.calls();
        collect(nodeDiffs);
        values.addOutputs(unmatchedOutputs());
        order();
    }

    /// The number of nodes.
    int size() {
        return entries.size();
    }

    NodeDiff diff(int node) {
        return entries.get(node).diff;
    }

    /// The name of a node in the union.
    String name(int node) {
        return entries.get(node).name;
    }

    /// The node of the first graph.
    Optional<Node> before(int node) {
        return entries.get(node).before;
    }

    /// The node of the second graph.
    Optional<Node> after(int node) {
        return entries.get(node).after;
    }

    /// How many edges were left out so that there is no cycle.
    int unwired() {
        return dropped.stream().mapToInt(Set::size).sum();
    }

    /// The values of the first graph with those that a graph inside a node of the union may read.
    Map<String, String> valuesFor(int node) {
        if (dropped.get(node).isEmpty()) {
            return values.names();
        }
        var names = new HashMap<>(values.names());
        names.replaceAll((_, name) -> dropped.get(node).contains(name) ? "" : name);
        return names;
    }

    /// Puts a merged graph in the place of one inside a node.
    void replace(int number, Scope scope, Merged merged) {
        var node = nodes.get(number);
        if (InnerGraphs.isHeld(scope)) {
            var changed = InnerGraphs.replace(node, scope, merged.graph());
            Optional.ofNullable(calls.remove(node)).ifPresent(call -> calls.put(changed, call));
            inside.put(merged.graph(), merged.types());
            nodes.set(number, changed);
        } else {
            calls.put(node, new FunctionCall(merged.graph().nodes(), merged.types()));
        }
    }

    /// The union with what has been put in the place of inner graphs.
    Graph graph() {
        return new Graph(
                after.name(),
                nodes,
                values.inputs(),
                values.outputs(),
                after.values().values(),
                values.constants().values(),
                after.extras());
    }

    InferredTypes types() {
        return new InferredTypes(values.types(), values.integers(), inside, calls);
    }

    /// Collects the nodes of both graphs; a removed node belongs after the last node before it that
    /// both graphs have.
    private void collect(NodeDiffs diffs) {
        var ranks = new IdentityHashMap<NodeDiff, Integer>();
        var predecessors = new IdentityHashMap<NodeDiff, Node>();
        var taken = new HashSet<String>();
        for (Node node : after.topologicalOrder()) {
            diffs.ofAfter(node).ifPresent(diff -> ranks.put(diff, ranks.size()));
            taken.add(node.name());
            taken.add(after.layerName(node));
        }
        double last = -1;
        var order = before.topologicalOrder();
        for (int i = 0; i < order.size(); i++) {
            var node = order.get(i);
            var diff = diffs.ofBefore(node);
            if (diff.isEmpty()) {
                continue;
            }
            if (diff.get().after().isPresent()) {
                predecessors.put(diff.get(), node);
                last = ranks.getOrDefault(diff.get(), (int) last);
                continue;
            }
            values.addOutputsOf(node);
            double share = (i + 1.0) / (order.size() + 1.0);
            entries.add(
                    new Entry(
                            diff.get(),
                            Optional.of(node),
                            Optional.empty(),
                            fresh(before.layerName(node), taken),
                            last + share,
                            Set.of()));
        }
        for (Node node : after.topologicalOrder()) {
            diffs.ofAfter(node)
                    .ifPresent(diff ->
                            entries.add(
                                    shared(
                                            diff,
                                            node,
                                            predecessors.get(diff),
                                            ranks.getOrDefault(diff, 0))));
        }
    }

    private Entry shared(NodeDiff diff, Node node, @Nullable Node predecessor, double rank) {
        var earlier = Optional.ofNullable(predecessor);
        return new Entry(
                diff,
                earlier,
                Optional.of(node),
                after.layerName(node),
                rank,
                earlier.map(values::removedReadBy).orElse(Set.of()));
    }

    private List<Value> unmatchedOutputs() {
        var pairs = Ports.pairs(before.outputs(), after.outputs());
        return before.outputs().stream().filter(output -> !pairs.containsKey(output)).toList();
    }

    private void order() {
        var items = entries.stream().map(this::item).toList();
        var order = new MergeOrder(items);
        var sorted = new ArrayList<Entry>();
        for (int item : order.order()) {
            var entry = entries.get(item);
            sorted.add(entry);
            dropped.add(order.dropped(item));
            nodes.add(
                    entry.after.isPresent()
                            ? kept(entry, entry.after.get(), order.dropped(item))
                            : removed(entry, entry.before.orElseThrow()));
        }
        entries.clear();
        entries.addAll(sorted);
    }

    private MergeOrder.Item item(Entry entry) {
        if (entry.after.isPresent()) {
            var node = entry.after.get();
            return new MergeOrder.Item(
                    entry.key,
                    node.outputs(),
                    List.copyOf(node.valuesRead()),
                    List.copyOf(entry.further));
        }
        var node = entry.before.orElseThrow();
        return new MergeOrder.Item(
                entry.key,
                node.outputs().stream().map(this::known).toList(),
                node.valuesRead().stream().map(values::read).toList(),
                List.of());
    }

    private Node kept(Entry entry, Node node, Set<String> left) {
        var inputs = new LinkedHashSet<>(entry.further);
        inputs.removeAll(left);
        node.inputs().forEach(inputs::remove);
        var copy = node;
        if (!inputs.isEmpty()) {
            var all = new ArrayList<>(node.inputs());
            inputs.stream().sorted().forEach(all::add);
            copy = node.withInputs(all);
        }
        var call = callsAfter.get(node);
        if (call != null) {
            calls.put(copy, call);
        }
        return copy;
    }

    private Node removed(Entry entry, Node node) {
        var renamed =
                new Node(
                        entry.name,
                        node.opType(),
                        node.domain(),
                        node.inputs().stream().map(values::read).toList(),
                        node.outputs().stream().map(this::known).toList(),
                        node.attributes(),
                        node.extras());
        var copy =
                renamed.subgraphs().isEmpty() ? renamed : Captures.rename(renamed, values.names());
        InnerGraphs.moveInside(node, copy, typesBefore, inside);
        var call = callsBefore.get(node);
        if (call != null) {
            calls.put(copy, call);
        }
        return copy;
    }

    private String known(String output) {
        return output.isEmpty() ? output : values.names().getOrDefault(output, output);
    }

    private static String fresh(String wanted, Set<String> taken) {
        var name = wanted;
        for (int i = 1; !taken.add(name); i++) {
            name = wanted + SUFFIX + (i == 1 ? "" : " " + i);
        }
        return name;
    }
}
