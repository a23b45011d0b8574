package dev.lathe.model.data;

import dev.lathe.model.data.Preprocess.Channels;
import dev.lathe.model.data.Preprocess.Layout;
import dev.lathe.model.work.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of a preprocessing. An absent field has the value it has in {@link
/// Preprocess#NONE}; an unknown one is refused.
public final class PreprocessJson {
    private static final long MAX_BYTES = 4L << 20;
    private static final Set<String> FIELDS =
            Set.of("resize", "crop", "layout", "channels", "scale", "mean", "std", "labels");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PreprocessJson() {}

    /// Reads a preprocessing from a file.
    public static Preprocess read(Path file) throws DatasetException {
        try {
            if (Files.isDirectory(file)) {
                throw refusal(file.toString(), "it is a folder; give a JSON file");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw refusal(file.toString(), "it is too large for a preprocessing");
            }
            return read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new DatasetException(
                    "Cannot read the preprocessing " + file + ": " + IoReason.of(e), e);
        }
    }

    /// Reads a preprocessing from JSON.
    ///
    /// @param name what messages call it
    public static Preprocess read(String json, String name) throws DatasetException {
        try {
            return read(MAPPER.readTree(json), name);
        } catch (JacksonException e) {
            throw new DatasetException(
                    "Cannot read the preprocessing "
                            + name
                            + ": it is not JSON ("
                            + e.getOriginalMessage()
                            + ")",
                    e);
        }
    }

    /// The JSON form, with all fields that differ from {@link Preprocess#NONE} and, always, layout,
    /// channels and scale.
    public static ObjectNode toJson(Preprocess preprocess) {
        var json = MAPPER.createObjectNode();
        preprocess.resize().ifPresent(sizes -> json.set("resize", numbers(sizes)));
        preprocess.crop().ifPresent(sizes -> json.set("crop", numbers(sizes)));
        json.put("layout", preprocess.layout().name());
        json.put("channels", preprocess.channels().name());
        json.put("scale", preprocess.scale());
        if (!preprocess.mean().isEmpty()) {
            json.set("mean", numbers(preprocess.mean()));
        }
        if (!preprocess.std().isEmpty()) {
            json.set("std", numbers(preprocess.std()));
        }
        if (!preprocess.labels().isEmpty()) {
            preprocess.labels().forEach(json.putArray("labels")::add);
        }
        return json;
    }

    static Preprocess read(JsonNode json, String name) throws DatasetException {
        if (!json.isObject()) {
            throw refusal(name, "it is not a JSON object");
        }
        for (String field : json.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw refusal(
                        name,
                        "it has an unknown field '"
                                + field
                                + "'; known are "
                                + String.join(", ", new TreeSet<>(FIELDS)));
            }
        }
        try {
            return new Preprocess(
                    sizes(json, "resize"),
                    sizes(json, "crop"),
                    constant(json, "layout", Layout.class, Preprocess.NONE.layout()),
                    constant(json, "channels", Channels.class, Preprocess.NONE.channels()),
                    json.has("scale") ? number(json.get("scale"), "scale") : 1,
                    decimals(json, "mean"),
                    decimals(json, "std"),
                    texts(json, "labels"));
        } catch (IllegalArgumentException e) {
            throw new DatasetException(
                    "Cannot read the preprocessing " + name + ": " + e.getMessage(), e);
        }
    }

    private static Optional<List<Integer>> sizes(JsonNode json, String field) {
        if (!json.has(field)) {
            return Optional.empty();
        }
        var sizes = new ArrayList<Integer>();
        for (double number : elements(json.get(field), field)) {
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("'" + field + "' must hold whole numbers");
            }
            sizes.add((int) number);
        }
        return Optional.of(sizes);
    }

    private static List<Double> decimals(JsonNode json, String field) {
        return json.has(field) ? elements(json.get(field), field) : List.of();
    }

    private static List<Double> elements(JsonNode node, String field) {
        if (!node.isArray()) {
            return List.of(number(node, field));
        }
        return node.valueStream().map(element -> number(element, field)).toList();
    }

    private static double number(JsonNode node, String field) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException(
                    "'" + field + "' must be a number or a list of them");
        }
        return node.doubleValue();
    }

    private static List<String> texts(JsonNode json, String field) {
        if (!json.has(field)) {
            return List.of();
        }
        var node = json.get(field);
        if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isString)) {
            throw new IllegalArgumentException("'" + field + "' must be a list of texts");
        }
        return node.valueStream().map(JsonNode::stringValue).toList();
    }

    private static <E extends Enum<E>> E constant(
            JsonNode json, String field, Class<E> type, E absent) {
        if (!json.has(field)) {
            return absent;
        }
        var node = json.get(field);
        for (E constant : type.getEnumConstants()) {
            if (node.isString() && constant.name().equals(node.stringValue())) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "'" + field + "' must be one of " + Arrays.toString(type.getEnumConstants()));
    }

    private static ArrayNode numbers(List<? extends Number> numbers) {
        var array = MAPPER.createArrayNode();
        for (Number number : numbers) {
            if (number instanceof Integer whole) {
                array.add(whole);
            } else {
                array.add(number.doubleValue());
            }
        }
        return array;
    }

    private static DatasetException refusal(String name, String reason) {
        return new DatasetException("Cannot read the preprocessing " + name + ": " + reason);
    }
}
