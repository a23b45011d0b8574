package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import dev.lathe.model.outline.Scope;
import dev.lathe.ui.inspect.PartReport.Border;
import dev.lathe.ui.inspect.PartReport.Crossing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the values that cross the border of some layers of one graph.
final class Crossings {
    private final Scope scope;
    private final Set<Node> inside;

    /// The border around some layers.
    ///
    /// @param inside told apart by identity
    Crossings(Scope scope, Set<Node> inside) {
        this.scope = scope;
        this.inside = inside;
    }

    /// What comes in, constants left out.
    List<Crossing> inputs() {
        var found = new ArrayList<Crossing>();
        var seen = new HashSet<String>();
        for (Node node : inside) {
            for (String value : node.valuesRead()) {
                if (seen.add(value)) {
                    input(value).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /// What goes out.
    List<Crossing> outputs() {
        var graph = scope.graph();
        var results = new HashSet<String>();
        graph.outputs().stream().map(Value::name).forEach(results::add);
        var found = new ArrayList<Crossing>();
        for (Node node : inside) {
            for (String value : node.outputs()) {
                var outside =
                        graph.consumers(value).stream()
                                .filter(reader -> !inside.contains(reader))
                                .toList();
                boolean leaves = results.contains(value);
                if (!outside.isEmpty() || leaves) {
                    var border = leaves ? Border.LEAVES : Border.INSIDE;
                    found.add(new Crossing(value, type(value), scope, outside, border));
                }
            }
        }
        return found;
    }

    /// A value from outside: from this graph, or from one around it.
    private Optional<Crossing> input(String value) {
        for (var at = Optional.of(scope); at.isPresent(); at = at.flatMap(Scope::outer)) {
            var graph = at.get().graph();
            if (graph.constant(value).isPresent()) {
                return Optional.empty();
            }
            var producer = graph.producer(value);
            if (producer.isPresent()) {
                return inside.contains(producer.get())
                        ? Optional.empty()
                        : Optional.of(
                                new Crossing(
                                        value,
                                        type(value),
                                        at.get(),
                                        List.of(producer.get()),
                                        Border.INSIDE));
            }
            if (graph.inputs().stream().anyMatch(input -> input.name().equals(value))) {
                return Optional.of(
                        new Crossing(value, type(value), at.get(), List.of(), Border.ENTERS));
            }
        }
        return Optional.of(new Crossing(value, type(value), scope, List.of(), Border.INSIDE));
    }

    private String type(String value) {
        return TypeText.of(scope.types().type(value));
    }
}
