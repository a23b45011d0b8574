package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatFile;
import dev.lathe.model.flatbuffer.Flatbuffer;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import java.nio.file.Path;

/// Reads TensorFlow Lite (LiteRT) files. The file is mapped, and tensors point into the mapping: no
/// weight is copied.
///
/// Operators become nodes of the domain {@link dev.lathe.model.graph.ModelFormat#TFLITE_DOMAIN},
/// named as in LiteRT's schema, with their options as attributes; custom operators have the name
/// that the file gives them. The first subgraph is the main graph. Subgraphs that operators refer
/// to are graphs among their attributes, the others are the model's further graphs.
public final class TfliteReader {
    /// What TensorFlow Lite files have from their fifth byte on.
    public static final String IDENTIFIER = "TFL3";

    private TfliteReader() {}

    /// The model that a file holds.
    ///
    /// @throws ModelFormatException if the file cannot be read or holds no TensorFlow Lite model
    public static ModelGraph read(Path file) throws ModelFormatException {
        var path = file.toAbsolutePath();
        var bytes = FlatFile.map(path);
        if (!Flatbuffer.identifier(bytes).equals(IDENTIFIER)) {
            throw new ModelFormatException(
                    "Cannot open "
                            + file
                            + ": it is not a TensorFlow Lite file; choose a .tflite file");
        }
        try {
            return new TfliteDecoder(new ModelOrigin(path, bytes)).decode();
        } catch (DamagedFlatbufferException e) {
            throw new ModelFormatException(
                    "Cannot open "
                            + file
                            + ": the TensorFlow Lite file is damaged ("
                            + e.reason()
                            + "); export or download it again",
                    e);
        }
    }
}
