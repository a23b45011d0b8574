package dev.lathe.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder that goes away with all that is in it.
public record TemporaryFolder(Path path) implements AutoCloseable {

    /// A new folder.
    public TemporaryFolder() throws IOException {
        this(Files.createTempDirectory("lathe"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
