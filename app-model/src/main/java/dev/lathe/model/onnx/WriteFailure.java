package dev.lathe.model.onnx;

import dev.lathe.model.work.IoReason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// Tells failures of the writing of data files as failures of the model that they belong to, which
/// is what people asked to save.
final class WriteFailure {
    private WriteFailure() {}

    static FileSystemException ofDataFile(Path target, Path file, IOException failure) {
        var told =
                new FileSystemException(
                        target.toString(),
                        null,
                        "its data file "
                                + file.getFileName()
                                + " cannot be written: "
                                + IoReason.of(failure));
        told.initCause(failure);
        return told;
    }
}
