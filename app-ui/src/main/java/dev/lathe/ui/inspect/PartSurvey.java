package dev.lathe.ui.inspect;

import dev.lathe.model.cost.AtLeast;
import dev.lathe.model.cost.PartCost;
import dev.lathe.model.cost.PartCosts;
import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.inspect.PartReport.Crossing;
import dev.lathe.ui.inspect.PartReport.GroupReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds out about parts of one model. What it has found out about costs it keeps. Used by one
/// thread at a time.
final class PartSurvey {
    private final ModelGraph model;
    private final Outline outline;
    private final Map<String, PartCosts> costs = new HashMap<>();
    private Optional<Outline> sampled = Optional.empty();

    PartSurvey(ModelGraph model, Outline outline) {
        this.model = model;
        this.outline = outline;
    }

    /// What is known of a group; empty if the model has no such group.
    synchronized Optional<PartReport> group(String id, Progress progress)
            throws InterruptedException {
        var found = GroupPlace.find(outline, id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var scope = found.get().scope();
        var group = found.get().group();
        var about =
                new GroupReport(scope, group, group.origin(), scope.groups().repetitions(group));
        return Optional.of(report(Map.of(scope, group.allNodes()), Optional.of(about), progress));
    }

    /// What is known of a whole graph.
    synchronized PartReport scope(Scope scope, Progress progress) throws InterruptedException {
        return report(Map.of(scope, scope.graph().nodes()), Optional.empty(), progress);
    }

    /// What is known of chosen layers and groups, each layer counted once.
    synchronized PartReport several(
            Collection<String> layers, Collection<String> groups, Progress progress)
            throws InterruptedException {
        var chosen = new LinkedHashMap<Scope, Set<Node>>();
        for (String id : groups) {
            GroupPlace.find(outline, id)
                    .ifPresent(
                            place -> nodes(chosen, place.scope()).addAll(place.group().allNodes()));
        }
        for (String id : layers) {
            outline.find(id).ifPresent(place -> nodes(chosen, place.scope()).add(place.node()));
        }
        return report(chosen, Optional.empty(), progress);
    }

    private static Set<Node> nodes(Map<Scope, Set<Node>> chosen, Scope scope) {
        return chosen.computeIfAbsent(scope, _ -> identities());
    }

    private PartReport report(
            Map<Scope, ? extends Collection<Node>> parts,
            Optional<GroupReport> group,
            Progress progress)
            throws InterruptedException {
        var inputs = new ArrayList<Crossing>();
        var outputs = new ArrayList<Crossing>();
        var all = new ArrayList<Node>();
        int unknown = 0;
        var cost = new PartCost(0, 0, AtLeast.ZERO, AtLeast.ZERO, 0);
        for (var part : parts.entrySet()) {
            progress.checkCancelled();
            var scope = part.getKey();
            var inside = identities();
            inside.addAll(part.getValue());
            var crossings = new Crossings(scope, inside);
            inputs.addAll(crossings.inputs());
            outputs.addAll(crossings.outputs());
            unknown += costs(scope).unknownSizes();
            all.addAll(inside);
            cost = plus(cost, cost(scope, part.getValue()));
        }
        return new PartReport(all.size(), operators(all), cost, unknown, inputs, outputs, group);
    }

    /// What layers of a graph cost; those of a graph inside a function or a body cost what one run
    /// of it does.
    private PartCost cost(Scope scope, Collection<Node> nodes) {
        return costs(scope).sum(nodes);
    }

    private PartCosts costs(Scope scope) {
        var known = costs.get(scope.path());
        if (known == null) {
            known = computeCosts(scope);
            costs.put(scope.path(), known);
        }
        return known;
    }

    @SuppressWarnings("ReferenceEquality") // graphs are told apart by identity
    private PartCosts computeCosts(Scope scope) {
        if (sampled.isEmpty()) {
            sampled = Optional.of(Outline.of(model, SampleCost.types(model, Map.of())));
        }
        var types =
                sampled.get()
                        .scope(scope.path())
                        .filter(same -> same.graph() == scope.graph())
                        .map(Scope::types)
                        .orElseGet(scope::types);
        boolean isHeld =
                scope.holder().stream()
                        .flatMap(node -> node.subgraphs().stream())
                        .anyMatch(graph -> graph == scope.graph());
        return isHeld
                ? costs(scope.outer().orElseThrow()).inside(scope.graph(), types)
                : PartCosts.of(scope.graph(), types);
    }

    private static PartCost plus(PartCost a, PartCost b) {
        return new PartCost(
                a.parameters() + b.parameters(),
                a.weightBytes() + b.weightBytes(),
                a.macs().plus(b.macs()),
                a.outputBytes().plus(b.outputBytes()),
                Math.max(a.activationPeakBytes(), b.activationPeakBytes()));
    }

    private static List<Map.Entry<String, Long>> operators(Collection<Node> nodes) {
        var counts =
                nodes.stream().collect(Collectors.groupingBy(Node::opType, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private static Set<Node> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
