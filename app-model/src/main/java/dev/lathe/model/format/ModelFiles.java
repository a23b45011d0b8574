package dev.lathe.model.format;

import dev.lathe.model.flatbuffer.FlatFile;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.onnx.OnnxReader;
import dev.lathe.model.onnx.OnnxWriter;
import dev.lathe.model.onnx.WeightStorage;
import dev.lathe.model.ort.OrtReader;
import dev.lathe.model.tflite.TfliteReader;
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
        return switch (FlatFile.identifier(file)) {
            case TfliteReader.IDENTIFIER -> TfliteReader.read(file);
            case OrtReader.IDENTIFIER -> OrtReader.read(file);
            default -> readOnnx(file);
        };
    }

    private static ModelGraph readOnnx(Path file) throws ModelFormatException {
        try {
            return OnnxReader.read(file);
        } catch (ModelFormatException e) {
            var foreign = ForeignFile.describe(file);
            throw foreign.isEmpty()
                    ? e
                    : new ModelFormatException(
                            "Cannot open " + file + ": it is " + foreign.get(), e);
        }
    }

    /// Writes a model to a file, its weights where they were. When writing fails, the target is as
    /// it was.
    ///
    /// @throws ModelFormatException if no file of the model's format can hold the model
    public static void write(ModelGraph model, Path target)
            throws IOException, ModelFormatException, InterruptedException {
        write(model, target, WeightStorage.AS_READ);
    }

    /// Writes a model to a file. When writing fails, the target is as it was.
    ///
    /// @throws ModelFormatException if no file of the model's format can hold the model
    public static void write(ModelGraph model, Path target, WeightStorage storage)
            throws IOException, ModelFormatException, InterruptedException {
        if (storage == WeightStorage.EXTERNAL
                && model.header().format() != ModelFormat.ONNX
                && model.origin().isPresent()) {
            throw new ModelFormatException(
                    "Cannot save "
                            + target
                            + ": a "
                            + model.header().format().label()
                            + " file holds its weights itself; leave external data out");
        }
        if (model.header().format() == ModelFormat.TFLITE && model.origin().isEmpty()) {
            throw new ModelFormatException(
                    "Cannot save "
                            + target
                            + ": an edited TensorFlow Lite model cannot be written, because its"
                            + " operators have no ONNX form and Lathe writes TensorFlow Lite files"
                            + " only as they were; edit the ONNX model that it was converted from");
        }
        if (model.header().format() == ModelFormat.ORT
                && model.origin().isEmpty()
                && target.toString().endsWith("." + ModelFormat.ORT.extension())) {
            throw new ModelFormatException(
                    "Cannot save "
                            + target
                            + ": an edited ORT model is written as ONNX, and ONNX Runtime takes"
                            + " what ends in .ort for the ORT format; choose a name that ends in"
                            + " .onnx");
        }
        OnnxWriter.write(model, target, storage);
    }
}
