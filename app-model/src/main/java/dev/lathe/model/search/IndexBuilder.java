package dev.lathe.model.search;

import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.search.Hit.Facts;
import dev.lathe.model.search.Hit.Place;
import dev.lathe.model.search.SearchIndex.Coverage;
import dev.lathe.model.work.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes search indices.
final class IndexBuilder {
    /// Functions that call functions can be exponentially many layers: scopes are taken from the
    /// outermost inwards until there are so many nodes.
    private static final int MOST_NODES = 100_000;

    private final Progress progress;
    private final Tables tables = new Tables();
    private final List<Hit> entries = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private Set<Scope> taken = Set.of();
    private Coverage coverage = Coverage.COMPLETE;

    IndexBuilder(Progress progress) {
        this.progress = progress;
    }

    SearchIndex build(Outline outline) throws InterruptedException {
        taken = affordable(outline.roots());
        for (Scope root : outline.roots()) {
            add(root);
        }
        return new SearchIndex(entries, tables, coverage);
    }

    private Set<Scope> affordable(List<Scope> roots) throws InterruptedException {
        var affordable = new HashSet<>(roots);
        var waiting = new ArrayDeque<>(roots);
        int nodes = 0;
        while (!waiting.isEmpty()) {
            progress.checkCancelled();
            var scope = waiting.remove();
            nodes += scope.graph().nodes().size();
            if (nodes > MOST_NODES && scope.outer().isPresent()) {
                coverage = Coverage.PARTIAL;
                return affordable;
            }
            affordable.add(scope);
            scope.graph().nodes().forEach(node -> waiting.addAll(scope.inside(node)));
        }
        return affordable;
    }

    private void add(Scope scope) throws InterruptedException {
        progress.checkCancelled();
        var parents = new IdentityHashMap<Group, Group>();
        collect(scope.groups().root(), parents);
        var seen = new HashSet<Group>();
        for (Node node : scope.graph().topologicalOrder()) {
            var home = scope.groups().home(node);
            add(scope, home, parents, seen);
            add(scope, home, node);
            for (Scope inner : scope.inside(node)) {
                if (taken.contains(inner)) {
                    add(inner);
                }
            }
        }
    }

    private static void collect(Group group, Map<Group, Group> parents) {
        for (Group child : group.children()) {
            parents.put(child, group);
            collect(child, parents);
        }
    }

    /// Adds a group after those that it is in, unless it is there.
    private void add(Scope scope, Group group, Map<Group, Group> parents, Set<Group> seen) {
        var parent = parents.get(group);
        if (parent == null || !seen.add(group)) {
            return;
        }
        add(scope, parent, parents, seen);
        entries.add(
                Hit.group(scope.id(group), group.label(), group.nodeCount(), place(scope, parent)));
    }

    private void add(Scope scope, Group home, Node node) {
        var name = scope.graph().layerName(node);
        var texts = FieldTexts.of(name, node.opType(), node.inputs(), node.outputs());
        var facts = new Facts(texts, types(scope, node), attributes(node));
        entries.add(Hit.layer(scope.id(node), name, node.opType(), place(scope, home), facts));
    }

    private List<Integer> types(Scope scope, Node node) {
        return Stream.concat(node.inputs().stream(), node.outputs().stream())
                .flatMap(value -> type(scope, value).stream())
                .map(tables::number)
                .distinct()
                .toList();
    }

    private static Optional<ValueType> type(Scope scope, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : scope.types().type(value).or(() -> scope.graph().statedType(value));
    }

    private List<Integer> attributes(Node node) {
        return node.attributes().stream().map(tables::number).toList();
    }

    private Place place(Scope scope, Group group) {
        var inside = group.path();
        var path =
                inside.isEmpty() || scope.path().isEmpty()
                        ? scope.path() + inside
                        : scope.path() + Scope.SEPARATOR + inside;
        return places.computeIfAbsent(path, Place::of);
    }
}
