package dev.lathe.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder that belongs to one runner process and goes with it.
public final class WorkFolder {
    private WorkFolder() {}

    /// Deletes a folder with all that is in it, as far as the system allows; what is left lies in
    /// the system's temporary folder.
    public static void delete(Path folder) {
        for (Path path : deepestFirst(folder)) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                path.toFile().deleteOnExit();
            }
        }
    }

    private static List<Path> deepestFirst(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
