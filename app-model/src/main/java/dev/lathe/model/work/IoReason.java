package dev.lathe.model.work;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.Optional;

/// Says in words why reading or writing failed. The messages of the file system's own exceptions
/// are often nothing but a path.
public final class IoReason {

    private IoReason() {}

    /// A clause for people.
    public static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e ->
                    Objects.requireNonNullElse(e.getReason(), "there is no such file or folder");
            case AccessDeniedException _ -> "access is denied";
            case NotDirectoryException _ -> "it is no folder";
            case CharacterCodingException _ -> "it is not UTF-8 text";
            case FileSystemException e -> orUnknown(Optional.ofNullable(e.getReason()));
            default -> orUnknown(Optional.ofNullable(failure.getMessage()));
        };
    }

    /// The words of systems that speak C (POSIX, `errno.h`) in those of people.
    private static String inWords(String reason) {
        return switch (reason) {
            case "No space left on device" -> "the disk is full";
            case "Disk quota exceeded" -> "the space that one may use on the disk is full";
            case "Read-only file system" -> "the disk is read-only";
            case "Is a directory" -> "it is a folder";
            case "Not a directory" -> "a part of its path is no folder";
            case "File name too long" -> "its name is too long";
            case "File too large" -> "the file system holds no file that large";
            case "Permission denied", "Operation not permitted" -> "access is denied";
            case "Too many open files" -> "too many files are open";
            case "Too many levels of symbolic links" -> "it is a link that leads to itself";
            case "Input/output error" -> "the disk reports an error";
            default -> reason;
        };
    }

    private static String orUnknown(Optional<String> reason) {
        return reason.map(IoReason::inWords).orElse("the system does not say why");
    }
}
