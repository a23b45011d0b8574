package dev.lathe.export.pack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Says in words why reading or writing failed.
final class IoReason {

    private IoReason() {}

    /// A clause for people.
    static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "access is denied";
            case FileSystemException e when e.getReason() != null -> "" + e.getReason();
            default ->
                    failure.getMessage() == null ? "an error of the system" : failure.getMessage();
        };
    }
}
