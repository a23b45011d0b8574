package dev.lathe.profiler.runner;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.run.ModelRunException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file from which a runner loads a model: the one that it was read from, if that still holds
/// it, or a temporary one.
record ModelFile(Path path, boolean temporary) implements AutoCloseable {

    /// @param target where to write the model if no file holds it
    static ModelFile of(ModelGraph model, Path target)
            throws ModelRunException, InterruptedException {
        var origin = model.origin().filter(ModelFile::isUnchanged);
        if (origin.isPresent()) {
            return new ModelFile(origin.get().file(), false);
        }
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
