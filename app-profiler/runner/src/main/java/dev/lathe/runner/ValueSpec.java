package dev.lathe.runner;

import java.util.ArrayList;
import java.util.List;

/// An input or output as the runtime states it.
///
/// @param type the code of ONNX; 0 for what is no tensor
/// @param sizes -1 where a dimension is free
/// @param symbols the symbol of each dimension; empty where it has none
public record ValueSpec(String name, int type, List<Long> sizes, List<String> symbols) {
    public ValueSpec {
        sizes = List.copyOf(sizes);
        symbols = List.copyOf(symbols);
    }

    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with("name", name)
                .with("type", type)
                .withNumbers("sizes", sizes)
                .withStrings("symbols", symbols);
    }

    public static ValueSpec of(JsonObject json) throws ProtocolException {
        return new ValueSpec(
                json.text("name"),
                Math.toIntExact(json.number("type")),
                json.numbers("sizes"),
                json.strings("symbols"));
    }

    /// The values of a list field.
    public static List<ValueSpec> listOf(JsonObject json, String field) throws ProtocolException {
        List<ValueSpec> specs = new ArrayList<>();
        for (JsonObject entry : json.objects(field)) {
            specs.add(of(entry));
        }
        return specs;
    }
}
