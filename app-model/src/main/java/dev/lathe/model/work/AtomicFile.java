package dev.lathe.model.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// Writes files so that a reader sees the old content or the whole new one, never a part.
public final class AtomicFile {
    private static final int BUFFER_BYTES = 1 << 20;

    private AtomicFile() {}

    /// Fills a stream with the content of a file.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream stream) throws IOException, InterruptedException;
    }

    /// Writes a file beside its target and moves it there. When writing fails or is interrupted,
    /// the target is as it was and nothing is left beside it.
    ///
    /// @throws FileSystemException if the target cannot be written; it names the target
    public static void write(Path target, Content content)
            throws IOException, InterruptedException {
        var special = SpecialFile.kind(target);
        if (special.isPresent()) {
            throw new FileSystemException(target.toString(), null, "it is " + special.get());
        }
        var part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        try {
            try (var stream = new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES)) {
                content.writeTo(stream);
            }
            move(part, target);
        } catch (FileSystemException e) {
            throw part.toString().equals(e.getFile()) ? about(target, e) : e;
        } catch (IOException e) {
            throw about(target, e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// The same failure, told of the file that people know.
    private static FileSystemException about(Path target, IOException failure) {
        var told =
                switch (failure) {
                    case NoSuchFileException _ ->
                            new NoSuchFileException(target.toString(), null, missing(target));
                    case AccessDeniedException _ -> new AccessDeniedException(target.toString());
                    default ->
                            new FileSystemException(target.toString(), null, IoReason.of(failure));
                };
        told.initCause(failure);
        return told;
    }

    private static String missing(Path target) {
        var folder = target.toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder)
                ? "its folder takes no new files"
                : "its folder does not exist";
    }
}
