package dev.lathe.ui.inspect;

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
import dev.lathe.model.graph.Graph;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Attribute values as people read them.
final class AttributeText {
    private static final int MOST_ELEMENTS = 4096;

    private AttributeText() {}

    static String of(AttributeValue value) {
        return switch (value) {
            case IntValue(var number) -> Long.toString(number);
            case FloatValue(var number) -> Float.toString(number);
            case StringValue(var text) -> text;
            case TensorValue(var tensor) ->
                    ValueText.of(tensor)
                            .map(values -> TypeText.of(tensor) + " = " + values)
                            .orElseGet(() -> TypeText.of(tensor));
            case GraphValue(var graph) -> graph(graph);
            case IntsValue(var numbers) -> list(numbers, String::valueOf);
            case FloatsValue(var numbers) -> list(numbers, String::valueOf);
            case StringsValue(var texts) -> list(texts, text -> text);
            case TensorsValue(var tensors) -> list(tensors, TypeText::of);
            case GraphsValue(var graphs) -> list(graphs, AttributeText::graph);
            case ReferenceValue(var attribute) -> "@" + attribute;
            case CarriedValue(var kind) -> kind;
        };
    }

    private static String graph(Graph graph) {
        return graph.name() + " (" + graph.nodes().size() + ")";
    }

    private static <T> String list(List<T> elements, Function<T, String> text) {
        return elements.stream()
                .limit(MOST_ELEMENTS)
                .map(text)
                .collect(
                        Collectors.joining(
                                ", ", "[", elements.size() > MOST_ELEMENTS ? ", …]" : "]"));
    }
}
