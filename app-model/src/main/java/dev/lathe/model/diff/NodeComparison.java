package dev.lathe.model.diff;

import dev.lathe.model.diff.FieldChange.Kind;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.AttributeValue.TensorsValue;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.onnx.NodeMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Finds what differs of two nodes that are one. Graphs among the attributes are compared
/// elsewhere.
final class NodeComparison {
    private final Correspondence values;

    /// Tells whether a value of the first graph is one with a value of the second.
    @FunctionalInterface
    interface Correspondence {
        boolean test(String before, String after);
    }

    NodeComparison(Correspondence values) {
        this.values = values;
    }

    List<FieldChange> changes(Node before, Node after) {
        var changes = new ArrayList<FieldChange>();
        boolean sameOperator = operator(before).equals(operator(after));
        if (!sameOperator) {
            changes.add(FieldChange.of(Kind.OPERATOR, "", operator(before), operator(after)));
        }
        attributes(before, after, changes);
        if (sameOperator) {
            inputs(before.inputs(), after.inputs(), changes);
        }
        outputs(before, after, changes);
        if (!before.name().equals(after.name())) {
            changes.add(FieldChange.of(Kind.NAME, "", before.name(), after.name()));
        }
        if (!NodeMetadata.isSameNote(before, after)) {
            changes.add(new FieldChange(Kind.NOTE, "", Optional.empty(), Optional.empty()));
        }
        return changes;
    }

    /// The operator with its domain; the two names of the standard domain are one.
    private static String operator(Node node) {
        return node.isStandard() ? node.opType() : node.domain() + "." + node.opType();
    }

    private static void attributes(Node before, Node after, List<FieldChange> changes) {
        var ours = byName(before);
        var others = byName(after);
        ours.forEach((name, value) -> {
            var other = others.get(name);
            if (other == null) {
                changes.add(
                        new FieldChange(
                                Kind.ATTRIBUTE,
                                name,
                                Optional.of(FieldText.of(value.value())),
                                Optional.empty()));
            } else if (!isSame(value, other)) {
                changes.add(
                        FieldChange.of(
                                Kind.ATTRIBUTE,
                                name,
                                FieldText.of(value.value()),
                                FieldText.of(other.value())));
            }
        });
        others.forEach((name, value) -> {
            if (!ours.containsKey(name)) {
                changes.add(
                        new FieldChange(
                                Kind.ATTRIBUTE,
                                name,
                                Optional.empty(),
                                Optional.of(FieldText.of(value.value()))));
            }
        });
    }

    private static Map<String, Attribute> byName(Node node) {
        var result = new LinkedHashMap<String, Attribute>();
        node.attributes().forEach(attribute -> result.put(attribute.name(), attribute));
        return result;
    }

    private static boolean isSame(Attribute ours, Attribute others) {
        return isSame(ours.value(), others.value())
                && (!(ours.value() instanceof AttributeValue.CarriedValue)
                        || ours.extras().equals(others.extras()));
    }

    private static boolean isSame(AttributeValue ours, AttributeValue others) {
        return switch (ours) {
            case TensorValue(var a) ->
                    others instanceof TensorValue(var b) && TensorComparison.isSame(a, b);
            case TensorsValue(var a) -> others instanceof TensorsValue(var b) && areSame(a, b);
            case GraphValue _ -> others instanceof GraphValue;
            case GraphsValue(var a) -> others instanceof GraphsValue(var b) && a.size() == b.size();
            default -> ours.equals(others);
        };
    }

    private static boolean areSame(List<Tensor> ours, List<Tensor> others) {
        if (ours.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!TensorComparison.isSame(ours.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void inputs(List<String> ours, List<String> others, List<FieldChange> changes) {
        for (int slot = 0; slot < Math.max(ours.size(), others.size()); slot++) {
            var a = slot < ours.size() ? ours.get(slot) : "";
            var b = slot < others.size() ? others.get(slot) : "";
            if (!(a.isEmpty() ? b.isEmpty() : !b.isEmpty() && values.test(a, b))) {
                changes.add(
                        new FieldChange(Kind.INPUT, Integer.toString(slot), given(a), given(b)));
            }
        }
    }

    private static void outputs(Node before, Node after, List<FieldChange> changes) {
        int size = Math.max(before.outputs().size(), after.outputs().size());
        for (int slot = 0; slot < size; slot++) {
            var a = slot < before.outputs().size() ? before.outputs().get(slot) : "";
            var b = slot < after.outputs().size() ? after.outputs().get(slot) : "";
            if (a.isEmpty() != b.isEmpty()) {
                changes.add(
                        new FieldChange(Kind.OUTPUT, Integer.toString(slot), given(a), given(b)));
            } else if (!Objects.equals(a, b)) {
                changes.add(FieldChange.of(Kind.NAME, Integer.toString(slot), a, b));
            }
        }
    }

    private static Optional<String> given(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
