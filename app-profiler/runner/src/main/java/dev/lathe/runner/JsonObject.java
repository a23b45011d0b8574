package dev.lathe.runner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A JSON object of the protocol: strings, whole numbers, lists and objects. Immutable.
public final class JsonObject {
    /// The object without fields.
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, Object> fields;

    JsonObject(Map<String, Object> fields) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    Map<String, Object> fields() {
        return fields;
    }

    public JsonObject with(String name, String value) {
        return put(name, value);
    }

    public JsonObject with(String name, long value) {
        return put(name, value);
    }

    public JsonObject with(String name, JsonObject value) {
        return put(name, value);
    }

    public JsonObject withObjects(String name, List<JsonObject> values) {
        return put(name, List.copyOf(values));
    }

    public JsonObject withNumbers(String name, List<Long> values) {
        return put(name, List.copyOf(values));
    }

    public JsonObject withStrings(String name, List<String> values) {
        return put(name, List.copyOf(values));
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public String text(String name) throws ProtocolException {
        return get(name, String.class);
    }

    public long number(String name) throws ProtocolException {
        return get(name, Long.class);
    }

    public OptionalLong findNumber(String name) throws ProtocolException {
        return has(name) ? OptionalLong.of(number(name)) : OptionalLong.empty();
    }

    public JsonObject object(String name) throws ProtocolException {
        return get(name, JsonObject.class);
    }

    public List<JsonObject> objects(String name) throws ProtocolException {
        return list(name, JsonObject.class);
    }

    public List<Long> numbers(String name) throws ProtocolException {
        return list(name, Long.class);
    }

    public List<String> strings(String name) throws ProtocolException {
        return list(name, String.class);
    }

    /// The fields of an object that holds nothing but strings.
    public Map<String, String> strings() throws ProtocolException {
        Map<String, String> result = new LinkedHashMap<>();
        for (String name : fields.keySet()) {
            result.put(name, text(name));
        }
        return result;
    }

    private JsonObject put(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new JsonObject(more);
    }

    private <T> List<T> list(String name, Class<T> type) throws ProtocolException {
        List<T> result = new ArrayList<>();
        for (Object element : get(name, List.class)) {
            if (!type.isInstance(element)) {
                throw wrong(name, type);
            }
            result.add(type.cast(element));
        }
        return result;
    }

    private <T> T get(String name, Class<T> type) throws ProtocolException {
        Object value = fields.get(name);
        if (!type.isInstance(value)) {
            throw wrong(name, type);
        }
        return type.cast(value);
    }

    private static ProtocolException wrong(String name, Class<?> type) {
        return new ProtocolException(
                "the field " + name + " is missing or no " + type.getSimpleName());
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
