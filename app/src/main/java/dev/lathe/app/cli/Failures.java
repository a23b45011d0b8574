package dev.lathe.app.cli;

import dev.lathe.app.tour.TourException;
import dev.lathe.export.pack.ExportException;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.recipe.RecipeException;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.shape.DimensionException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

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
            case ExportException e -> message(e);
            case TourException e -> message(e);
            case InterruptedException _ -> "Cancelled; nothing was written";
            case NoSuchFileException e ->
                    "Cannot use "
                            + e.getFile()
                            + ": there is no such file or folder; check the path";
            case AccessDeniedException e ->
                    "Cannot use " + e.getFile() + ": access is denied; check its permissions";
            case FileSystemException e ->
                    "Cannot use " + e.getFile() + ": " + reason(e) + "; choose another place";
            case IOException e -> "Cannot read or write: " + message(e) + "; check the disk";
            case OutOfMemoryError _ ->
                    "Cannot go on: there is not enough memory; start java with a larger -Xmx";
            default ->
                    "Cannot go on: "
                            + failure
                            + " (this is a defect of Lathe); run again with --debug and report it";
        };
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static String reason(FileSystemException failure) {
        var reason = failure.getReason();
        return reason == null
                ? "the file system refuses it"
                : reason.toLowerCase(java.util.Locale.ROOT);
    }
}
