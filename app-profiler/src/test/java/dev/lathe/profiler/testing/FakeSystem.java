package dev.lathe.profiler.testing;

import dev.lathe.profiler.device.SystemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that stands for the root of a Linux system.
public record FakeSystem(Path root) {

    /// Writes a file below the root.
    public FakeSystem with(String path, String content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
        return this;
    }

    public SystemFiles files() {
        return new SystemFiles(root);
    }
}
