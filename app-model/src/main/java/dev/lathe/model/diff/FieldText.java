package dev.lathe.model.diff;

import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.CarriedValue;
import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.ReferenceValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.AttributeValue.TensorsValue;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.List;

/// Facts as text.
final class FieldText {
    private static final int MOST_ELEMENTS = 32;

    private FieldText() {}

    static String of(AttributeValue value) {
        return switch (value) {
            case IntValue(var number) -> Long.toString(number);
            case FloatValue(var number) -> Float.toString(number);
            case StringValue(var text) -> text;
            case TensorValue(var tensor) -> of(tensor);
            case GraphValue(var graph) -> "graph of " + graph.nodes().size() + " nodes";
            case IntsValue(var numbers) -> list(numbers);
            case FloatsValue(var numbers) -> list(numbers);
            case StringsValue(var texts) -> list(texts);
            case TensorsValue(var tensors) -> tensors.size() + " tensors";
            case GraphsValue(var graphs) -> graphs.size() + " graphs";
            case ReferenceValue(var attribute) -> "@" + attribute;
            case CarriedValue(var kind) -> kind;
        };
    }

    static String of(Tensor tensor) {
        return (tensor.type().label() + " " + tensor.shape()).strip();
    }

    static String of(ValueType type) {
        return switch (type) {
            case TensorType(var element, var shape) ->
                    (element.label() + " " + shape.map(Object::toString).orElse("of any rank"))
                            .strip();
            case ValueType.SparseTensorType(var element, _) -> "sparse " + element.label();
            case ValueType.SequenceType(var element) -> "sequence of " + of(element);
            case ValueType.OptionalType(var element) -> "optional " + of(element);
            case ValueType.MapType(var key, var value) ->
                    "map of " + key.label() + " to " + of(value);
            case ValueType.OpaqueType(var name) -> name;
        };
    }

    private static String list(List<?> elements) {
        return elements.size() <= MOST_ELEMENTS
                ? elements.toString()
                : elements.subList(0, MOST_ELEMENTS)
                        + " and "
                        + (elements.size() - MOST_ELEMENTS)
                        + " more";
    }
}
