package dev.lathe.model.diff;

import dev.lathe.model.diff.NodeDiff.MatchedBy;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Merges graphs that correspond, with the graphs inside their nodes.
final class GraphMerge {
    private final Map<String, GraphDiff> diffs = new HashMap<>();
    private final WeightChanges weights;
    private final Progress progress;

    GraphMerge(ModelDiff diff, WeightChanges weights, Progress progress) {
        diff.graphs().forEach(graph -> diffs.putIfAbsent(graph.path(), graph));
        this.weights = weights;
        this.progress = progress;
    }

    /// A merged graph.
    ///
    /// @param nodes what became of its nodes and those inside them
    /// @param unwired how many edges were left out
    record Merged(Graph graph, InferredTypes types, List<MergedNode> nodes, int unwired) {}

    /// Merges the main graphs.
    Merged run(Scope before, Scope after) throws InterruptedException {
        return merge("", "", Map.of(), before, after);
    }

    private Merged merge(
            String diffPath, String path, Map<String, String> outer, Scope before, Scope after)
            throws InterruptedException {
        progress.checkCancelled();
        var diff = diffs.get(diffPath);
        if (diff == null) {
            var nodes = new ArrayList<MergedNode>();
            nodes.addAll(all(before, Change.REMOVED, path));
            nodes.addAll(all(after, Change.ADDED, path));
            return new Merged(after.graph(), after.types(), nodes, 0);
        }
        var nodeDiffs = new NodeDiffs(diff);
        var union = new GraphUnion(before, after, diff, nodeDiffs, outer);
        var changes = weights.of(diff, nodeDiffs, before.graph(), after.graph());
        var nodes = new ArrayList<MergedNode>();
        int unwired = union.unwired();
        for (int i = 0; i < union.size(); i++) {
            var node = union.diff(i);
            var id = path + union.name(i);
            nodes.add(
                    new MergedNode(
                            id,
                            union.before(i).map(before::id),
                            union.after(i).map(after::id),
                            node,
                            changes.getOrDefault(node, List.of()),
                            MergedNode.Place.SHARED));
            unwired += inner(diffPath, id, union, i, before, after, nodes);
        }
        return new Merged(union.graph(), union.types(), nodes, unwired);
    }

    /// Merges the graphs inside a node.
    ///
    /// @return how many edges were left out
    private int inner(
            String diffPath,
            String id,
            GraphUnion union,
            int i,
            Scope before,
            Scope after,
            List<MergedNode> nodes)
            throws InterruptedException {
        var node = union.diff(i);
        if (node.after().isEmpty()) {
            for (Scope scope : inside(before, union.before(i))) {
                nodes.addAll(all(scope, Change.REMOVED, id + sub(scope)));
            }
            return 0;
        }
        var others = inside(before, union.before(i));
        int unwired = 0;
        for (Scope scope : inside(after, union.after(i))) {
            var other = others.stream().filter(o -> o.label().equals(scope.label())).findFirst();
            if (other.isEmpty()) {
                nodes.addAll(all(scope, Change.ADDED, id + sub(scope)));
                continue;
            }
            var merged =
                    merge(
                            InnerGraphs.diffPath(diffPath, node, scope),
                            id + sub(scope),
                            InnerGraphs.isHeld(scope) ? union.valuesFor(i) : Map.of(),
                            other.get(),
                            scope);
            union.replace(i, scope, merged);
            nodes.addAll(merged.nodes());
            unwired += merged.unwired();
        }
        return unwired;
    }

    private static List<Scope> inside(Scope scope, Optional<Node> node) {
        return node.map(scope::inside).orElse(List.of());
    }

    /// The nodes of a graph that only one model has, and of the graphs inside it.
    private static List<MergedNode> all(Scope scope, Change change, String path) {
        var nodes = new ArrayList<MergedNode>();
        for (Node node : scope.graph().topologicalOrder()) {
            var name = scope.graph().layerName(node);
            boolean added = change == Change.ADDED;
            var its = Optional.of(node);
            nodes.add(
                    new MergedNode(
                            path + name,
                            added ? Optional.empty() : Optional.of(scope.id(node)),
                            added ? Optional.of(scope.id(node)) : Optional.empty(),
                            new NodeDiff(
                                    change,
                                    name,
                                    added ? Optional.empty() : its,
                                    added ? its : Optional.empty(),
                                    MatchedBy.NOTHING,
                                    List.of()),
                            List.of(),
                            MergedNode.Place.WITH_HOLDER));
            for (Scope inner : scope.inside(node)) {
                nodes.addAll(all(inner, change, path + name + sub(inner)));
            }
        }
        return nodes;
    }

    private static String sub(Scope scope) {
        return Scope.SEPARATOR + scope.label() + Scope.SEPARATOR;
    }
}
