package dev.lathe.model.format;

import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.onnx.OnnxReader;
import dev.lathe.model.onnx.OnnxWriter;
import java.io.IOException;
import java.nio.file.Path;

/// Reads and writes model files of every format. Nothing in a file is run, and nothing outside its
/// folder is read.
public final class ModelFiles {
    private ModelFiles() {}

    /// The model that a file holds. The format is told by the content, never by the name.
    ///
    /// @throws ModelFormatException if the file cannot be read or holds no model
    public static ModelGraph read(Path file) throws ModelFormatException {
        return OnnxReader.read(file);
    }

    /// Writes a model to a file. When writing fails, the target is as it was.
    ///
    /// @throws ModelFormatException if no file of the model's format can hold the model
    public static void write(ModelGraph model, Path target)
            throws IOException, ModelFormatException, InterruptedException {
        OnnxWriter.write(model, target);
    }
}
