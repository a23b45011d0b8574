package dev.lathe.model.diff;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.shape.Integers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The values of the union of two graphs: those of the second, and those that only the first has,
/// which keep their names unless the second has others of these names.
final class UnionValues {
    private static final String SUFFIX = " (before)";

    private final Graph before;
    private final InferredTypes typesBefore;
    private final Map<String, String> names;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private final List<Value> inputs;
    private final List<Value> outputs;
    private final Map<String, Tensor> constants;
    private final Map<String, ValueType> types;
    private final Map<String, Integers> integers;

    /// @param outer the values around the first graph with those in the union around this one
    /// @param diff of the two graphs
    UnionValues(
            Graph before,
            Graph after,
            InferredTypes typesBefore,
            InferredTypes typesAfter,
            Map<String, String> outer,
            GraphDiff diff) {
        this.before = before;
        this.typesBefore = typesBefore;
        names = new HashMap<>(outer);
        names.putAll(diff.values());
        inputs = new ArrayList<>(after.inputs());
        outputs = new ArrayList<>(after.outputs());
        constants = new LinkedHashMap<>(after.initializers());
        types = new HashMap<>(typesAfter.types());
        integers = new HashMap<>(typesAfter.integers());
        after.inputs().forEach(input -> taken.add(input.name()));
        taken.addAll(after.initializers().keySet());
        taken.addAll(after.outerValues());
        taken.addAll(outer.values());
        after.nodes().forEach(node -> taken.addAll(node.outputs()));
        addInputs();
    }

    /// Gives names to what a removed node makes.
    void addOutputsOf(Node node) {
        for (String output : node.outputs()) {
            if (!output.isEmpty()) {
                names.put(output, fresh(output));
                removed.add(output);
            }
        }
    }

    /// Keeps the outputs that only the first graph has.
    void addOutputs(List<Value> others) {
        var known = outputs.stream().map(Value::name).collect(Collectors.toSet());
        for (Value output : others) {
            var name = names.getOrDefault(output.name(), output.name());
            if (known.add(name)) {
                outputs.add(new Value(name, output.type(), output.extras()));
            }
        }
    }

    /// What a removed node reads for a value of the first graph.
    String read(String value) {
        if (value.isEmpty()) {
            return value;
        }
        var known = names.get(value);
        if (known != null) {
            return known;
        }
        var constant = before.initializers().get(value);
        var name = fresh(value);
        if (constant != null) {
            constants.put(name, constant.withName(name));
        }
        return name;
    }

    /// The names in the union of those values that removed nodes make and a node read.
    Set<String> removedReadBy(Node node) {
        return node.valuesRead().stream()
                .filter(removed::contains)
                .map(names::get)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// All names of the first graph with those in the union.
    Map<String, String> names() {
        return names;
    }

    List<Value> inputs() {
        return inputs;
    }

    List<Value> outputs() {
        return outputs;
    }

    Map<String, Tensor> constants() {
        return constants;
    }

    Map<String, ValueType> types() {
        return types;
    }

    Map<String, Integers> integers() {
        return integers;
    }

    private void addInputs() {
        for (Value input : before.requiredInputs()) {
            if (!names.containsKey(input.name())) {
                inputs.add(new Value(fresh(input.name()), input.type(), input.extras()));
            }
        }
    }

    private String fresh(String value) {
        var name = value;
        for (int i = 1; !taken.add(name); i++) {
            name = value + SUFFIX + (i == 1 ? "" : " " + i);
        }
        names.put(value, name);
        var merged = name;
        typesBefore.type(value).ifPresent(type -> types.put(merged, type));
        typesBefore.followed(value).ifPresent(known -> integers.put(merged, known));
        return name;
    }
}
