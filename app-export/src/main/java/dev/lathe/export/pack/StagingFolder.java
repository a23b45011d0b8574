package dev.lathe.export.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for files that are needed while a package is made or checked. Closing removes it.
final class StagingFolder implements AutoCloseable {
    private final Path folder;

    private StagingFolder(Path folder) {
        this.folder = folder;
    }

    static StagingFolder create() throws IOException {
        return new StagingFolder(Files.createTempDirectory("lathe-package"));
    }

    /// The place of a file of the package.
    Path resolve(String path) {
        return folder.resolve(path);
    }

    /// All files, under their paths in the package.
    List<PackageFile> files() throws IOException {
        var files = new ArrayList<PackageFile>();
        for (Path file : list()) {
            if (Files.isRegularFile(file)) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.add(PackageFile.of(path, file));
            }
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        for (Path path : list().reversed()) {
            Files.deleteIfExists(path);
        }
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
