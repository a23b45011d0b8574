package dev.lathe.model.search;

import dev.lathe.model.graph.Attribute;
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
import dev.lathe.model.graph.TensorNumbers;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// An attribute as a query sees it. Of long lists only the beginning is known.
///
/// @param value for people: `3, 3`
/// @param numbers the elements; empty if the value is no number and no list of such
record AttributeFact(String name, String value, List<Double> numbers) {
    private static final int MOST_ELEMENTS = 64;
    private static final int LONGEST = 200;

    AttributeFact {
        numbers = List.copyOf(numbers);
    }

    static AttributeFact of(Attribute attribute) {
        var name = attribute.name();
        return switch (attribute.value()) {
            case IntValue(long number) -> numbers(name, List.of(number));
            case FloatValue(float number) -> numbers(name, List.of(number));
            case IntsValue(var all) -> numbers(name, all);
            case FloatsValue(var all) -> numbers(name, all);
            case StringValue(var text) -> text(name, text);
            case StringsValue(var texts) -> text(name, String.join(", ", texts));
            case TensorValue(var tensor) -> tensor(name, tensor);
            case ReferenceValue(var reference) -> text(name, "@" + reference);
            case CarriedValue(var kind) -> text(name, kind);
            case TensorsValue _, GraphValue _, GraphsValue _ -> text(name, "");
        };
    }

    /// `name = value`, or the name alone.
    String text() {
        return value.isEmpty() ? name : name + " = " + value;
    }

    private static AttributeFact numbers(String name, Collection<? extends Number> all) {
        var kept = all.stream().limit(MOST_ELEMENTS).toList();
        var value = kept.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new AttributeFact(name, cut(value), kept.stream().map(Number::doubleValue).toList());
    }

    private static AttributeFact text(String name, String value) {
        return new AttributeFact(name, cut(value), List.of());
    }

    private static AttributeFact tensor(String name, Tensor tensor) {
        var elements = TensorNumbers.of(tensor).filter(n -> n.count() <= MOST_ELEMENTS);
        if (elements.isEmpty()) {
            return text(name, (tensor.type().label() + " " + tensor.shape()).strip());
        }
        var all =
                LongStream.range(0, elements.get().count())
                        .mapToObj(i -> number(elements.get().get(i)))
                        .toList();
        return numbers(name, all);
    }

    private static Number number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            return (long) value;
        }
        return (float) value == value ? (Number) (float) value : (Number) value;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
