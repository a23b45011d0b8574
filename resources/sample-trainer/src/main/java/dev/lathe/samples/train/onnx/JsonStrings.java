package dev.lathe.samples.train.onnx;

import java.util.List;
import java.util.stream.Collectors;

/// JSON arrays of strings.
final class JsonStrings {
    private JsonStrings() {}

    /// The strings as one JSON array.
    static String array(List<String> strings) {
        return strings.stream().map(JsonStrings::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String string) {
        String escaped = string.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return '"' + escaped + '"';
    }
}
