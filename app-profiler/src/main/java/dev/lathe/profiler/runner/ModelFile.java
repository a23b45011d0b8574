package dev.lathe.profiler.runner;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.run.ModelRunException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file from which a runner loads a model: the one that it was read from, if that still holds
/// it, or a temporary one.
record ModelFile(Path path, boolean temporary) implements AutoCloseable {

    /// @param place where to write the model if no file holds it that a runtime can load; the name
    ///   gets the ending of the format
    static ModelFile of(ModelGraph model, Path place)
            throws ModelRunException, InterruptedException {
        var origin =
                model.origin()
                        .filter(file -> !isTextOrCompressed(file.bytes()))
                        .filter(ModelFile::isUnchanged);
        if (origin.isPresent()) {
            return new ModelFile(origin.get().file(), false);
        }
        var target = place.resolveSibling(place.getFileName() + "." + extension(model));
        try {
            ModelFiles.write(model, target);
            return new ModelFile(target, true);
        } catch (ModelFormatException e) {
            throw new ModelRunException(
                    "Cannot hand " + nameOf(model) + " to the runner: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ModelRunException(
                    "Cannot hand "
                            + nameOf(model)
                            + " to the runner: the temporary file "
                            + target
                            + " cannot be written ("
                            + e.getMessage()
                            + ")",
                    e);
        }
    }

    /// An edited model of ONNX Runtime's own form is an ONNX model.
    private static String extension(ModelGraph model) {
        return model.header().format() == ModelFormat.TFLITE
                ? ModelFormat.TFLITE.extension()
                : ModelFormat.ONNX.extension();
    }

    /// Whether a file holds a model in a form that we read and no runtime does: gzip, or the text
    /// form of protobuf. Each binary form has a byte below the space among its first.
    private static boolean isTextOrCompressed(MemorySegment bytes) {
        long length = Math.min(bytes.byteSize(), 16);
        boolean text = length > 0;
        for (long i = 0; i < length; i++) {
            byte each = bytes.get(ValueLayout.JAVA_BYTE, i);
            text &= each >= ' ' || each == '\n' || each == '\r' || each == '\t';
        }
        boolean gzip =
                length > 1
                        && bytes.get(ValueLayout.JAVA_BYTE, 0) == (byte) 0x1f
                        && bytes.get(ValueLayout.JAVA_BYTE, 1) == (byte) 0x8b;
        return text || gzip;
    }

    /// What people call the model.
    static String nameOf(ModelGraph model) {
        return model.origin()
                .map(origin -> String.valueOf(origin.file().getFileName()))
                .orElseGet(() ->
                        model.graph().name().isEmpty()
                                ? "the model"
                                : "'" + model.graph().name() + "'");
    }

    private static boolean isUnchanged(ModelOrigin origin) {
        try (var file = FileChannel.open(origin.file());
                var arena = Arena.ofConfined()) {
            return file.size() == origin.bytes().byteSize()
                    && file.map(MapMode.READ_ONLY, 0, file.size(), arena).mismatch(origin.bytes())
                            < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Deletes the file if it is a temporary one.
    @Override
    public void close() {
        if (temporary) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                path.toFile().deleteOnExit(); // goes with the folder of the process
            }
        }
    }
}
