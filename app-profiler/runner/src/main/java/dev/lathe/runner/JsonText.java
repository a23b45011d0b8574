package dev.lathe.runner;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes and reads {@link JsonObject} as UTF-8.
final class JsonText {
    private final JsonFactory factory = new JsonFactory();

    byte[] write(JsonObject object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
            writeObject(json, object);
        }
        return bytes.toByteArray();
    }

    byte[] writeList(List<JsonObject> objects) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
            writeValue(json, objects);
        }
        return bytes.toByteArray();
    }

    JsonObject read(byte[] text) throws ProtocolException {
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new ProtocolException("a frame's header is not a JSON object");
            }
            return readObject(json);
        } catch (JacksonException e) {
            throw new ProtocolException("a frame's header is not JSON: " + e.getOriginalMessage());
        }
    }

    private static void writeObject(JsonGenerator json, JsonObject object) {
        json.writeStartObject();
        for (Map.Entry<String, Object> field : object.fields().entrySet()) {
            json.writeName(field.getKey());
            writeValue(json, field.getValue());
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, Object value) {
        if (value instanceof JsonObject object) {
            writeObject(json, object);
        } else if (value instanceof Long number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(element -> writeValue(json, element));
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }

    private static JsonObject readObject(JsonParser json) throws ProtocolException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, readValue(json));
        }
        return new JsonObject(fields);
    }

    private static Object readValue(JsonParser json) throws ProtocolException {
        return switch (json.currentToken()) {
            case START_OBJECT -> readObject(json);
            case START_ARRAY -> readList(json);
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            default -> throw new ProtocolException("unexpected " + json.currentToken());
        };
    }

    private static List<Object> readList(JsonParser json) throws ProtocolException {
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(readValue(json));
        }
        return elements;
    }
}
