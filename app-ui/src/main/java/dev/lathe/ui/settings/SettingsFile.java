package dev.lathe.ui.settings;

import dev.lathe.model.work.AtomicFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/// The file that settings are kept in.
public final class SettingsFile {
    private final Path file;

    /// The settings file in a folder, which is made when it is needed.
    public SettingsFile(Path folder) {
        this.file = folder.resolve("settings.json");
    }

    public Path path() {
        return file;
    }

    /// Reads the settings; the defaults if there is no file yet.
    ///
    /// @throws IOException if the file cannot be read or is damaged, with a sentence for people
    public Settings read() throws IOException {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        try {
            return SettingsJson.read(Files.readString(file));
        } catch (JacksonException | MalformedInputException e) {
            throw new IOException(
                    "Cannot read the settings in "
                            + file
                            + ": the file is damaged; the settings are back to their defaults.",
                    e);
        }
    }

    /// Writes settings, whole or not at all.
    public void write(Settings settings) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        var json = SettingsJson.write(settings);
        AtomicFile.write(file, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
    }
}
