package dev.lathe.resources.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A resource of lines `key=text` in UTF-8; lines that start with `#` are remarks.
final class TextTable {
    private static final String FOLDER = "/dev/lathe/resources/operators/";

    private TextTable() {}

    static Map<String, String> read(String name) {
        var table = new HashMap<String, String>();
        text(name)
                .lines()
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    table.put(line.substring(0, equals), line.substring(equals + 1));
                });
        return table;
    }

    /// The text of a resource of this module.
    static String text(String name) {
        try (var stream = TextTable.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
