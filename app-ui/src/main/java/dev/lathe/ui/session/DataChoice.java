package dev.lathe.ui.session;

import dev.lathe.model.data.Preprocess;
import java.nio.file.Path;

/// Data that was chosen to evaluate or calibrate with.
///
/// @param name what people see
/// @param path a folder or file as {@code Datasets.open} takes it
/// @param limit the number of samples to use at most
public record DataChoice(String name, Path path, Preprocess preprocess, int limit) {

    /// All samples.
    public DataChoice(String name, Path path, Preprocess preprocess) {
        this(name, path, preprocess, Integer.MAX_VALUE);
    }

    /// Data named after its file or folder.
    public static DataChoice of(Path path, Preprocess preprocess) {
        var fileName = path.getFileName();
        return new DataChoice(
                fileName == null ? path.toString() : fileName.toString(), path, preprocess);
    }

    /// The same data, at most so many samples of it.
    public DataChoice withLimit(int samples) {
        return new DataChoice(name, path, preprocess, samples);
    }
}
