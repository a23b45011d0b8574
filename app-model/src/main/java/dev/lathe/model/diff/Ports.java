package dev.lathe.model.diff;

import dev.lathe.model.diff.FieldChange.Kind;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Matches and compares the inputs and outputs of two graphs: those of one name, then the rest in
/// order.
final class Ports {
    private Ports() {}

    /// Whether the names of inputs and outputs are part of what a graph is.
    enum Names {
        /// Callers of a model use its names.
        MATTER,
        /// A node passes values to a subgraph by position.
        ARE_FREE
    }

    /// The inputs of the first graph with those of the second that correspond to them.
    static Map<String, String> inputs(Graph before, Graph after) {
        var result = new HashMap<String, String>();
        pairs(before.requiredInputs(), after.requiredInputs())
                .forEach((a, b) -> result.put(a.name(), b.name()));
        return result;
    }

    static List<FieldChange> changes(Graph before, Graph after, Names names) {
        var changes = new ArrayList<FieldChange>();
        compare(Kind.GRAPH_INPUT, before.requiredInputs(), after.requiredInputs(), names, changes);
        compare(Kind.GRAPH_OUTPUT, before.outputs(), after.outputs(), names, changes);
        return changes;
    }

    static Map<Value, Value> pairs(List<Value> ours, List<Value> others) {
        var byName = new LinkedHashMap<String, Value>();
        others.forEach(value -> byName.put(value.name(), value));
        var result = new LinkedHashMap<Value, Value>();
        var rest = new ArrayList<Value>();
        for (Value value : ours) {
            var other = byName.remove(value.name());
            if (other == null) {
                rest.add(value);
            } else {
                result.put(value, other);
            }
        }
        var open = new ArrayList<>(byName.values());
        for (int i = 0; i < Math.min(rest.size(), open.size()); i++) {
            result.put(rest.get(i), open.get(i));
        }
        return result;
    }

    private static void compare(
            Kind kind,
            List<Value> ours,
            List<Value> others,
            Names names,
            List<FieldChange> changes) {
        var pairs = pairs(ours, others);
        for (Value value : ours) {
            var other = pairs.get(value);
            if (other == null) {
                changes.add(
                        new FieldChange(
                                kind, value.name(), Optional.of(text(value)), Optional.empty()));
            } else if (!isSame(value, other, names)) {
                changes.add(FieldChange.of(kind, other.name(), text(value), text(other)));
            }
        }
        var paired = new HashSet<>(pairs.values());
        for (Value other : others) {
            if (!paired.contains(other)) {
                changes.add(
                        new FieldChange(
                                kind, other.name(), Optional.empty(), Optional.of(text(other))));
            }
        }
    }

    private static boolean isSame(Value a, Value b, Names names) {
        return names == Names.ARE_FREE
                ? a.type().isEmpty() || b.type().isEmpty() || a.type().equals(b.type())
                : a.name().equals(b.name()) && a.type().equals(b.type());
    }

    private static String text(Value value) {
        return value.name() + ": " + value.type().map(FieldText::of).orElse("unknown");
    }
}
