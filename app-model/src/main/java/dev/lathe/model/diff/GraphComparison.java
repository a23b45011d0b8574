package dev.lathe.model.diff;

import dev.lathe.model.diff.FieldChange.Kind;
import dev.lathe.model.diff.NodeDiff.MatchedBy;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares two graphs that correspond, and the graphs in their nodes.
final class GraphComparison {
    private static final int MOST_ROUNDS = 6;

    private final String path;
    private final Side before;
    private final Side after;
    private final Progress progress;
    private final Matching matching;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<GraphDiff> found = new ArrayList<>();

    GraphComparison(String path, Graph before, Graph after, Scope scope, Progress progress) {
        this.path = path;
        this.before = new Side(before, scope.before());
        this.after = new Side(after, scope.after());
        this.progress = progress;
        var outer = new HashMap<>(scope.values());
        outer.putAll(Ports.inputs(before, after));
        this.matching = new Matching(this.before, this.after, outer);
    }

    /// What is around two graphs.
    ///
    /// @param values the values of the graphs around the first with those that correspond to them
    /// @param before the constants of the graphs around the first
    /// @param after the constants of the graphs around the second
    record Scope(
            Map<String, String> values, Map<String, Tensor> before, Map<String, Tensor> after) {
        /// Nothing is around a main graph.
        static final Scope NONE = new Scope(Map.of(), Map.of(), Map.of());
    }

    /// The difference of the graphs, followed by those of the graphs in them.
    List<GraphDiff> run() throws InterruptedException {
        matchNodes();
        progress.checkCancelled();
        var pairs = new TensorMatching(matching).run();
        matchValues(pairs);
        var nodes = compareNodes();
        var tensors = compareTensors(pairs);
        var ports =
                Ports.changes(
                        before.graph(),
                        after.graph(),
                        path.isEmpty() ? Ports.Names.MATTER : Ports.Names.ARE_FREE);
        found.addFirst(new GraphDiff(path, nodes, new LinkedHashMap<>(values), ports, tensors));
        return found;
    }

    private void matchNodes() throws InterruptedException {
        new NameMatching(matching).run();
        new WeightMatching(matching).run();
        var propagation = new Propagation(matching);
        propagation.run();
        propagation.alongGraphOutputs();
        var refinement = new Refinement(matching);
        for (int round = 0; round < MOST_ROUNDS && !matching.isComplete(); round++) {
            progress.checkCancelled();
            boolean any = refinement.run(true) || refinement.run(false);
            propagation.run();
            if (!any) {
                break;
            }
        }
        if (!matching.isComplete()) {
            new SequenceMatching(matching).run();
            propagation.run();
        }
    }

    private void matchValues(Map<String, TensorMatching.Pair> pairs) {
        values.putAll(matching.outer());
        pairs.forEach((name, pair) -> values.put(name, pair.name()));
        for (int a = 0; a < before.size(); a++) {
            int b = matching.after(a);
            if (b < 0) {
                continue;
            }
            var ours = before.node(a).outputs();
            var others = after.node(b).outputs();
            for (int i = 0; i < Math.min(ours.size(), others.size()); i++) {
                if (!ours.get(i).isEmpty() && !others.get(i).isEmpty()) {
                    values.put(ours.get(i), others.get(i));
                }
            }
        }
    }

    /// Whether two values are one: they were matched, or are equal constants, or what made the
    /// first is gone and another node makes a value of its name in its place.
    private boolean correspond(String a, String b) {
        var partner = values.get(a);
        if (partner == null ? a.equals(b) : partner.equals(b)) {
            return true;
        }
        var ours = before.visible().get(a);
        var others = after.visible().get(b);
        return ours != null && others != null && TensorComparison.isSame(ours, others);
    }

    private List<NodeDiff> compareNodes() throws InterruptedException {
        var comparison = new NodeComparison(this::correspond);
        var result = new ArrayList<NodeDiff>();
        for (int b = 0; b < after.size(); b++) {
            int a = matching.before(b);
            var node = after.node(b);
            var name = after.graph().layerName(node);
            if (a < 0) {
                result.add(
                        new NodeDiff(
                                Change.ADDED,
                                name,
                                Optional.empty(),
                                Optional.of(node),
                                MatchedBy.NOTHING,
                                List.of()));
                continue;
            }
            var changes = new ArrayList<>(comparison.changes(before.node(a), node));
            inner(before.node(a), node, name, changes);
            boolean same = changes.stream().noneMatch(FieldChange::isSubstantial);
            result.add(
                    new NodeDiff(
                            same ? Change.SAME : Change.CHANGED,
                            name,
                            Optional.of(before.node(a)),
                            Optional.of(node),
                            matching.by(a),
                            changes));
        }
        for (int a = 0; a < before.size(); a++) {
            if (matching.after(a) < 0) {
                var node = before.node(a);
                result.add(
                        new NodeDiff(
                                Change.REMOVED,
                                before.graph().layerName(node),
                                Optional.of(node),
                                Optional.empty(),
                                MatchedBy.NOTHING,
                                List.of()));
            }
        }
        return result;
    }

    /// Compares the graphs among the attributes of two nodes that are one.
    private void inner(Node ours, Node others, String name, List<FieldChange> changes)
            throws InterruptedException {
        var graphs = graphs(others);
        for (var entry : graphs(ours).entrySet()) {
            var other = graphs.get(entry.getKey());
            if (other == null) {
                continue;
            }
            var place = (path.isEmpty() ? "" : path + "/") + name + "/" + entry.getKey();
            var scope = new Scope(values, before.visible(), after.visible());
            var diffs = new GraphComparison(place, entry.getValue(), other, scope, progress).run();
            found.addAll(diffs);
            if (!diffs.getFirst().isSame()) {
                changes.add(
                        FieldChange.of(
                                Kind.ATTRIBUTE,
                                entry.getKey(),
                                "graph of " + entry.getValue().nodes().size() + " nodes",
                                "graph of " + other.nodes().size() + " nodes"));
            }
        }
    }

    private static Map<String, Graph> graphs(Node node) {
        var result = new LinkedHashMap<String, Graph>();
        for (var attribute : node.attributes()) {
            switch (attribute.value()) {
                case GraphValue(var graph) -> result.put(attribute.name(), graph);
                case GraphsValue(var graphs) -> {
                    for (int i = 0; i < graphs.size(); i++) {
                        result.put(attribute.name() + "/" + i, graphs.get(i));
                    }
                }
                default -> {}
            }
        }
        return result;
    }

    private List<TensorDiff> compareTensors(Map<String, TensorMatching.Pair> pairs)
            throws InterruptedException {
        var result = new ArrayList<TensorDiff>();
        var taken = new HashMap<String, String>();
        long total = before.constants().values().stream().mapToLong(Tensor::byteSize).sum();
        long done = 0;
        for (var entry : before.constants().entrySet()) {
            progress.update(done, total);
            done += entry.getValue().byteSize();
            var pair = pairs.get(entry.getKey());
            var tensor = entry.getValue();
            var other = pair == null ? null : after.constants().get(pair.name());
            if (pair == null || other == null) {
                result.add(
                        new TensorDiff(
                                Change.REMOVED,
                                path,
                                entry.getKey(),
                                Optional.of(tensor),
                                Optional.empty(),
                                Optional.empty()));
            } else {
                taken.put(pair.name(), entry.getKey());
                result.add(compare(tensor, other, pair));
            }
        }
        after.constants()
                .forEach((name, tensor) -> {
                    if (!taken.containsKey(name)) {
                        result.add(
                                new TensorDiff(
                                        Change.ADDED,
                                        path,
                                        name,
                                        Optional.empty(),
                                        Optional.of(tensor),
                                        Optional.empty()));
                    }
                });
        return result;
    }

    private TensorDiff compare(Tensor ours, Tensor others, TensorMatching.Pair pair)
            throws InterruptedException {
        progress.checkCancelled();
        boolean same = TensorComparison.isSame(ours, others);
        var distance =
                same
                        ? Optional.<TensorDistance>empty()
                        : TensorComparison.distance(
                                ours, pair.before(), others, pair.after(), progress);
        return new TensorDiff(
                same ? Change.SAME : Change.CHANGED,
                path,
                pair.name(),
                Optional.of(ours),
                Optional.of(others),
                distance);
    }
}
