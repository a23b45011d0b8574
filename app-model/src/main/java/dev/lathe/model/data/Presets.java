package dev.lathe.model.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;

/// The preprocessings that come with Lathe, by name.
public final class Presets {
    private static final String FILE = "presets.json";
    private static final SequencedMap<String, Preprocess> BY_NAME = load();

    private Presets() {}

    /// The names, in the order in which they are shown.
    public static List<String> names() {
        return List.copyOf(BY_NAME.sequencedKeySet());
    }

    /// The preset with a name.
    public static Optional<Preprocess> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// The preset with the given name or, if there is none, the preprocessing in the JSON file with
    /// the given path.
    public static Preprocess resolve(String nameOrPath) throws DatasetException {
        var preset = find(nameOrPath);
        if (preset.isPresent()) {
            return preset.get();
        }
        try {
            var file = Path.of(nameOrPath);
            if (Files.exists(file)) {
                return PreprocessJson.read(file);
            }
        } catch (InvalidPathException e) {
            throw new DatasetException(unknown(nameOrPath), e);
        }
        throw new DatasetException(unknown(nameOrPath));
    }

    private static String unknown(String nameOrPath) {
        return "Cannot find the preprocessing '"
                + nameOrPath
                + "': it is neither a file nor one of "
                + String.join(", ", names());
    }

    private static SequencedMap<String, Preprocess> load() {
        var presets = new LinkedHashMap<String, Preprocess>();
        try (var stream = Presets.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing from the build");
            }
            var json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (var entry : JsonMapper.shared().readTree(json).properties()) {
                presets.put(entry.getKey(), PreprocessJson.read(entry.getValue(), entry.getKey()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DatasetException e) {
            throw new IllegalStateException(e);
        }
        return Collections.unmodifiableSequencedMap(presets);
    }
}
