package dev.lathe.model.metric;

import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.group.Group;
import dev.lathe.model.metric.ValueSet.Naming;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the layers and groups that the names of a set of values stand for: by layer id, name of
/// the node, name of a value that it produces, group id, or name of a weight that just one layer
/// reads; the first of these that fits.
public final class Matching {
    /// How many pairs of names may be compared when a runtime's names are looked for in others.
    private static final long MOST_COMPARISONS = 20_000_000;

    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byValue = new HashMap<>();
    private final Map<String, String> byWeight = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final List<String> positions = new ArrayList<>();

    private Matching(ModelGraph model, Outline outline) {
        for (Scope scope : Scopes.of(outline)) {
            for (Node node : scope.graph().nodes()) {
                add(node, scope);
            }
            for (Group group : scope.groups().root().stream().toList()) {
                groups.add(scope.id(group));
            }
        }
        if (model.header().format() == ModelFormat.TFLITE) {
            outline.main().graph().nodes().forEach(n -> positions.add(outline.main().id(n)));
        }
    }

    /// The values of a set that belong to a model.
    ///
    /// @param values of layers and groups
    /// @param layers how many layers are named
    /// @param unmatched names that nothing in the model has, or more than one node, in the order of
    ///   the file
    public record Matched(NodeValues values, int layers, List<String> unmatched) {
        public Matched {
            unmatched = List.copyOf(unmatched);
        }
    }

    /// Finds what the values of a set belong to.
    public static Matched of(ValueSet set, ModelGraph model, Outline outline) {
        var matching = new Matching(model, outline);
        var fused = FusedLayers.in(outline);
        var layers = new HashMap<String, Tally>();
        var stated = new HashMap<String, Tally>();
        var unmatched = new ArrayList<String>();
        set.values()
                .forEach((name, value) -> {
                    var layer = matching.layer(name, set.naming());
                    if (layer.isPresent()) {
                        var operator = set.operators().getOrDefault(name, "");
                        layers.merge(
                                fused.origin(layer.get(), operator), Tally.of(value), Tally::plus);
                    } else if (matching.groups.contains(name)) {
                        stated.put(name, Tally.of(value));
                    } else {
                        unmatched.add(name);
                    }
                });
        if (set.naming() == Naming.RUNTIME && !unmatched.isEmpty()) {
            matching.lookInside(unmatched, set, fused, layers);
        }
        return new Matched(
                Rollup.of(outline, layers, stated, set.combination()), layers.size(), unmatched);
    }

    private void add(Node node, Scope scope) {
        var id = scope.id(node);
        byId.put(id, id);
        putOnce(byName, node.name(), id);
        node.outputs().forEach(output -> putOnce(byValue, output, id));
        node.inputs().stream()
                .flatMap(input -> scope.graph().constant(input).map(Tensor::name).stream())
                .forEach(weight -> putOnce(byWeight, weight, id));
    }

    private void putOnce(Map<String, String> map, String name, String id) {
        if (name.isEmpty()) {
            return;
        }
        var before = map.putIfAbsent(name, id);
        if (before != null && !before.equals(id)) {
            ambiguous.add(name);
        }
    }

    private Optional<String> layer(String name, Naming naming) {
        var id = byId.get(name);
        if (id != null) {
            return Optional.of(id);
        }
        if (!ambiguous.contains(name)) {
            for (var names : List.of(byName, byValue)) {
                if (names.containsKey(name)) {
                    return Optional.of(names.get(name));
                }
            }
            if (!groups.contains(name) && byWeight.containsKey(name)) {
                return Optional.of(byWeight.get(name));
            }
        }
        return naming == Naming.NODES_OR_POSITIONS ? atPosition(name) : Optional.empty();
    }

    private Optional<String> atPosition(String name) {
        if (name.isEmpty()
                || name.length() > 9
                || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int position = Integer.parseInt(name);
        return position < positions.size()
                ? Optional.of(positions.get(position))
                : Optional.empty();
    }

    /// Looks for names of layers in those that a runtime made of them; takes away what it finds.
    private void lookInside(
            List<String> unmatched, ValueSet set, FusedLayers fused, Map<String, Tally> layers) {
        var known = new HashMap<>(byValue);
        known.putAll(byName);
        known.putAll(byId);
        known.keySet().removeAll(ambiguous);
        var names = new RuntimeNames(known, fused);
        var found = new HashSet<String>();
        long most = MOST_COMPARISONS / Math.max(1, known.size());
        for (var each : List.copyOf(unmatched).subList(0, (int) Math.min(most, unmatched.size()))) {
            var layer = names.layer(each, set.operators().getOrDefault(each, ""));
            var value = set.values().get(each);
            if (layer.isPresent() && value != null) {
                layers.merge(layer.get(), Tally.of(value), Tally::plus);
                found.add(each);
            }
        }
        unmatched.removeIf(found::contains);
    }
}
