package dev.lathe.model.ort;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatFile;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Flatbuffer;
import dev.lathe.model.flatbuffer.Oddities;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// Reads files in ONNX Runtime's own format (`onnxruntime/core/flatbuffers/schema/ort.fbs`,
/// versions 4 to 6). What they hold is an ONNX model, prepared for the runtime. The file is mapped,
/// and tensors point into the mapping: no weight is copied.
///
/// What only the runtime needs, which kernels fit and which optimizations are left for later, is no
/// part of the graph.
public final class OrtReader {
    /// What files of this format have from their fifth byte on.
    public static final String IDENTIFIER = "ORTM";

    private static final int ORT_VERSION = 0;
    private static final int MODEL = 1;

    private static final int OLDEST = 4;
    private static final int NEWEST = 6;

    private OrtReader() {}

    /// The model that a file holds.
    ///
    /// @throws ModelFormatException if the file cannot be read or holds no model that can be read
    public static ModelGraph read(Path file) throws ModelFormatException {
        var path = file.toAbsolutePath();
        var bytes = FlatFile.map(path);
        if (!Flatbuffer.identifier(bytes).equals(IDENTIFIER)) {
            throw new ModelFormatException(
                    "Cannot open " + file + ": it is not an ORT file; choose a .ort file");
        }
        try {
            return decode(file, path, bytes);
        } catch (DamagedFlatbufferException e) {
            throw new ModelFormatException(
                    "Cannot open "
                            + file
                            + ": the ORT file is damaged ("
                            + e.reason()
                            + "); convert the ONNX model again",
                    e);
        }
    }

    private static ModelGraph decode(Path file, Path path, MemorySegment bytes)
            throws ModelFormatException, DamagedFlatbufferException {
        var session = new Flatbuffer(bytes).root();
        var version = session.string(ORT_VERSION);
        var oddities = new Oddities();
        checkVersion(file, version, oddities);
        FlatTable model =
                session.table(MODEL)
                        .orElseThrow(() -> new DamagedFlatbufferException("it holds no model"));
        return new OrtModelDecoder(oddities).decode(model, new ModelOrigin(path, bytes));
    }

    private static void checkVersion(Path file, String version, Oddities oddities)
            throws ModelFormatException {
        int number = version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : NEWEST + 1;
        if (number < OLDEST) {
            throw new ModelFormatException(
                    "Cannot open "
                            + file
                            + ": it has version "
                            + number
                            + " of the ORT format, which ONNX Runtime gave up with its version 1.8;"
                            + " convert the ONNX model again");
        }
        if (number > NEWEST) {
            oddities.add(
                    "newer-ort-version",
                    "The file has version '"
                            + version
                            + "' of the ORT format, newer than the "
                            + NEWEST
                            + " that is known here.");
        }
    }
}
