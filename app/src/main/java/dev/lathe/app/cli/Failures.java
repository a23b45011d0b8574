package dev.lathe.app.cli;

import dev.lathe.app.tour.TourException;
import dev.lathe.export.pack.ExportException;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.metric.ValuesException;
import dev.lathe.model.recipe.RecipeException;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.shape.DimensionException;
import dev.lathe.model.work.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// What a person reads when a command failed: one sentence.
final class Failures {
    private Failures() {}

    static String sentence(Throwable failure) {
        return switch (failure) {
            case ModelFormatException e -> message(e);
            case DimensionException e -> message(e);
            case EditException e -> message(e);
            case ModelRunException e -> message(e);
            case DatasetException e -> message(e);
            case RecipeException e -> message(e);
            case ValuesException e -> message(e);
            case ExportException e -> message(e);
            case TourException e -> message(e);
            case InterruptedException _ -> "Cancelled; nothing was written";
            case UncheckedIOException e -> sentence(Objects.requireNonNull(e.getCause()));
            case FileSystemException e -> cannotUse(e);
            case IOException e ->
                    "Cannot read or write a file: %s; check the disk and the permissions"
                            .formatted(IoReason.of(e));
            case OutOfMemoryError _ ->
                    "Cannot go on: there is not enough memory; allow Lathe more, such as 8 GB with"
                            + " JAVA_TOOL_OPTIONS=-Xmx8g";
            default ->
                    "Cannot go on: "
                            + failure
                            + " (this is a defect of Lathe); run again with --debug and report it";
        };
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static String cannotUse(FileSystemException failure) {
        var reason = IoReason.of(failure);
        var file = failure.getFile() == null ? "a file" : failure.getFile();
        return "Cannot use " + file + ": " + reason + "; " + advice(failure, reason);
    }

    private static String advice(FileSystemException failure, String reason) {
        if (reason.contains("full")) {
            return "free some space or choose another disk";
        }
        return switch (failure) {
            case NoSuchFileException _ -> "check the path";
            case AccessDeniedException _ -> "check its permissions";
            default -> "choose another name or folder";
        };
    }
}
