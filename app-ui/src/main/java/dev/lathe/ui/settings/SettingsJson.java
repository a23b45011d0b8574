package dev.lathe.ui.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON form of settings. Members that are missing or odd get their default, so that a file of
/// an older or newer version can be read.
final class SettingsJson {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SettingsJson() {}

    static String write(Settings settings) {
        var root = MAPPER.createObjectNode();
        root.put("version", VERSION);
        root.put("appearance", word(settings.appearance()));
        root.put("language", word(settings.language()));
        var recent = root.putArray("recent");
        settings.recent().forEach(file -> recent.add(file.toString()));
        var layout = root.putObject("layout");
        layout.put("width", settings.layout().width());
        layout.put("height", settings.layout().height());
        layout.put("left", settings.layout().left());
        layout.put("right", settings.layout().right());
        layout.put("versions", settings.layout().versions());
        var columns = root.putArray("layerColumns");
        settings.layerColumns().forEach(columns::add);
        var commands = root.putArray("recentCommands");
        settings.recentCommands().forEach(commands::add);
        return root.toPrettyString() + "\n";
    }

    /// Reads settings.
    ///
    /// @throws JacksonException if the text is no JSON object
    static Settings read(String json) {
        var root = MAPPER.readTree(json);
        if (!root.isObject()) {
            throw new NotAnObjectException();
        }
        return new Settings(
                constant(root, "appearance", Appearance.SYSTEM),
                constant(root, "language", Language.SYSTEM),
                paths(root.path("recent")),
                layout(root.path("layout")),
                words(root.path("layerColumns")),
                words(root.path("recentCommands")));
    }

    private static WindowLayout layout(JsonNode node) {
        var otherwise = WindowLayout.DEFAULT;
        return new WindowLayout(
                node.path("width").asDouble(otherwise.width()),
                node.path("height").asDouble(otherwise.height()),
                node.path("left").asDouble(otherwise.left()),
                node.path("right").asDouble(otherwise.right()),
                node.path("versions").asDouble(otherwise.versions()));
    }

    private static List<Path> paths(JsonNode array) {
        return array.values().stream().flatMap(item -> path(item.asString("")).stream()).toList();
    }

    private static List<String> words(JsonNode array) {
        return array.values().stream()
                .map(item -> item.asString(""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /// The path, unless it is one that only another system can have.
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E constant(JsonNode root, String member, E otherwise) {
        var text = root.path(member).asString("");
        for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        return otherwise;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// JSON that is something else than an object.
    static final class NotAnObjectException extends JacksonException {
        private static final long serialVersionUID = 1L;

        NotAnObjectException() {
            super("the file holds no JSON object");
        }
    }
}
