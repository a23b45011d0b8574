package dev.lathe.model.work;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/// Says in words why reading or writing failed. The messages of the file system's own exceptions
/// are often nothing but a path.
public final class IoReason {

    private IoReason() {}

    /// A clause for people.
    public static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "access is denied";
            case NotDirectoryException _ -> "it is no folder";
            case CharacterCodingException _ -> "it is not UTF-8 text";
            case FileSystemException e -> orUnknown(Optional.ofNullable(e.getReason()));
            default -> orUnknown(Optional.ofNullable(failure.getMessage()));
        };
    }

    private static String orUnknown(Optional<String> reason) {
        return reason.orElse("the system does not say why");
    }
}
