package dev.lathe.model.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The properties of a JSON object, read one by one, so that what is left over can be refused.
final class JsonFields {
    private final String owner;
    private final JsonNode object;
    private final Set<String> read = new LinkedHashSet<>();

    /// The properties of an object.
    ///
    /// @param owner what people call it
    JsonFields(String owner, JsonNode object) throws RecipeException {
        this.owner = owner;
        this.object = object;
        if (!object.isObject()) {
            throw new RecipeException(
                    "Cannot read the recipe: %s is no JSON object".formatted(owner));
        }
    }

    String text(String name) throws RecipeException {
        var value = required(name);
        if (!value.isString()) {
            throw refusal(name, "has to be a text");
        }
        return value.stringValue();
    }

    double number(String name, double min, double max) throws RecipeException {
        var value = required(name);
        if (!value.isNumber() || value.doubleValue() < min || value.doubleValue() > max) {
            throw refusal(name, "has to be a number from %.0f to %.0f".formatted(min, max));
        }
        return value.doubleValue();
    }

    int integer(String name, int min) throws RecipeException {
        var value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min) {
            throw refusal(name, "has to be a whole number of at least %d".formatted(min));
        }
        return value.intValue();
    }

    <T> T choice(String name, T[] choices, Function<T, String> word) throws RecipeException {
        return choice(name, text(name), choices, word);
    }

    /// The choices that an array lists; none if it is absent.
    <T> Set<T> choices(String name, T[] choices, Function<T, String> word) throws RecipeException {
        var chosen = new LinkedHashSet<T>();
        for (String text : texts(name)) {
            chosen.add(choice(name, text, choices, word));
        }
        return chosen;
    }

    /// Whether the object has a property.
    boolean has(String name) {
        return object.has(name);
    }

    private <T> T choice(String name, String text, T[] choices, Function<T, String> word)
            throws RecipeException {
        for (T choice : choices) {
            if (word.apply(choice).equals(text)) {
                return choice;
            }
        }
        var words = Arrays.stream(choices).map(word).collect(Collectors.joining(" or "));
        throw refusal(name, "is \"%s\" but has to be %s".formatted(text, words));
    }

    /// The texts of an array; none if it is absent.
    List<String> texts(String name) throws RecipeException {
        read.add(name);
        if (!object.has(name)) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (JsonNode element : array(name)) {
            if (!element.isString()) {
                throw refusal(name, "has to be a list of texts");
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    /// The sizes of an object, by name; at least one.
    SequencedMap<String, Long> sizes(String name) throws RecipeException {
        var value = required(name);
        if (!value.isObject() || value.isEmpty()) {
            throw refusal(name, "has to be an object of names and sizes");
        }
        var sizes = new LinkedHashMap<String, Long>();
        for (var entry : value.properties()) {
            var size = entry.getValue();
            if (!size.isIntegralNumber() || !size.canConvertToLong() || size.longValue() < 0) {
                throw refusal(name, "has to give '" + entry.getKey() + "' a size of 0 or more");
            }
            sizes.put(entry.getKey(), size.longValue());
        }
        return sizes;
    }

    JsonNode array(String name) throws RecipeException {
        var value = required(name);
        if (!value.isArray()) {
            throw refusal(name, "has to be a list");
        }
        return value;
    }

    /// Refuses properties that nobody read.
    void refuseOthers() throws RecipeException {
        for (String name : object.propertyNames()) {
            if (!read.contains(name)) {
                throw new RecipeException(
                        "Cannot read the recipe: %s has the property \"%s\", which this Lathe does not know; it knows %s"
                                .formatted(owner, name, String.join(", ", read)));
            }
        }
    }

    private JsonNode required(String name) throws RecipeException {
        read.add(name);
        if (!object.has(name)) {
            throw refusal(name, "is missing");
        }
        return object.get(name);
    }

    RecipeException refusal(String name, String reason) {
        return new RecipeException(
                "Cannot read the recipe: \"%s\" of %s %s".formatted(name, owner, reason));
    }
}
