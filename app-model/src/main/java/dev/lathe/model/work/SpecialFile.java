package dev.lathe.model.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// Named pipes, sockets and devices. To open one can take for ever, or do something to the machine;
/// what a path leads to is told without opening it.
public final class SpecialFile {
    /// The bits of a file's mode that hold its type, and the types (POSIX, `sys/stat.h`, with the
    /// values that all systems share).
    private static final int TYPE_MASK = 0xf000;

    private static final int PIPE = 0x1000;
    private static final int CHARACTER_DEVICE = 0x2000;
    private static final int BLOCK_DEVICE = 0x6000;
    private static final int SOCKET = 0xc000;

    private SpecialFile() {}

    /// What a path leads to, such as `a named pipe`; empty for files, for folders, and where
    /// nothing is or can be seen.
    public static Optional<String> kind(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isOther()
                    ? Optional.of(name(path))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // whoever opens it says why
        }
    }

    private static String name(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return "a device";
        }
        int mode = (Integer) Files.getAttribute(path, "unix:mode");
        return switch (mode & TYPE_MASK) {
            case PIPE -> "a named pipe";
            case SOCKET -> "a socket";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "a device";
            default -> "no plain file";
        };
    }
}
