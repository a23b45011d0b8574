package dev.lathe.model.search;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The types and attributes of a model, each once: a query is held against each of them once, not
/// against each in each layer.
final class Tables {
    private final List<ValueType> types = new ArrayList<>();
    private final Map<ValueType, Integer> typeNumbers = new HashMap<>();
    private final List<AttributeFact> attributes = new ArrayList<>();
    private final Map<AttributeFact, Integer> attributeNumbers = new HashMap<>();

    /// The types, by number.
    List<ValueType> types() {
        return types;
    }

    /// The attributes, by number.
    List<AttributeFact> attributes() {
        return attributes;
    }

    int number(ValueType type) {
        return typeNumbers.computeIfAbsent(
                type,
                fresh -> {
                    types.add(fresh);
                    return types.size() - 1;
                });
    }

    int number(Attribute attribute) {
        return attributeNumbers.computeIfAbsent(
                AttributeFact.of(attribute),
                fresh -> {
                    attributes.add(fresh);
                    return attributes.size() - 1;
                });
    }
}
