package dev.lathe.model.metric;

import dev.lathe.model.graph.Node;
import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts values of layers together to those of groups. A layer that holds graphs and has no value of
/// its own gets that of what is inside.
public final class Rollup {
    private final Combination combination;
    private final Map<String, Tally> layers = new HashMap<>();
    private final Map<String, Tally> scopes = new HashMap<>();

    private Rollup(Combination combination) {
        this.combination = combination;
    }

    /// The values of all layers and groups.
    ///
    /// @param values by layer id
    public static NodeValues of(
            Outline outline, Map<String, Double> values, Combination combination) {
        var tallies = new HashMap<String, Tally>();
        values.forEach((layer, value) -> tallies.put(layer, Tally.of(value)));
        return of(outline, tallies, Map.of(), combination);
    }

    /// @param stated values of groups that are known already, by group id
    static NodeValues of(
            Outline outline,
            Map<String, Tally> values,
            Map<String, Tally> stated,
            Combination combination) {
        var rollup = new Rollup(combination);
        var all = Scopes.of(outline);
        for (Scope scope : all.reversed()) {
            rollup.add(scope, values);
        }
        var layers = new LinkedHashMap<String, Amount>();
        var groups = new LinkedHashMap<String, Amount>();
        for (Scope scope : all) {
            for (Node node : scope.graph().nodes()) {
                rollup.amount(rollup.layers.get(scope.id(node)))
                        .ifPresent(amount -> layers.put(scope.id(node), amount));
            }
            for (Group group : scope.groups().root().stream().toList()) {
                var id = scope.id(group);
                rollup.amount(stated.get(id))
                        .or(() -> rollup.amount(rollup.tally(scope, group.allNodes())))
                        .ifPresent(amount -> groups.put(id, amount));
            }
        }
        return new NodeValues(layers, groups);
    }

    private void add(Scope scope, Map<String, Tally> values) {
        for (Node node : scope.graph().nodes()) {
            var id = scope.id(node);
            var own = values.get(id);
            for (Scope inner : own == null ? scope.inside(node) : List.<Scope>of()) {
                own = plus(own, scopes.get(inner.path()));
            }
            if (own != null) {
                layers.put(id, own);
            }
        }
        var sum = tally(scope, scope.graph().nodes());
        if (sum != null) {
            scopes.put(scope.path(), sum);
        }
    }

    private @Nullable Tally tally(Scope scope, Collection<Node> nodes) {
        Tally sum = null;
        for (Node node : nodes) {
            sum = plus(sum, layers.get(scope.id(node)));
        }
        return sum;
    }

    private static @Nullable Tally plus(@Nullable Tally a, @Nullable Tally b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.plus(b);
    }

    private Optional<Amount> amount(@Nullable Tally tally) {
        return Optional.ofNullable(tally).map(known -> known.amount(combination));
    }
}
