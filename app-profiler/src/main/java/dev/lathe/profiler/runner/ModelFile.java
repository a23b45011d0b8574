package dev.lathe.profiler.runner;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// The file from which a runner loads a model: the one that it was read from, if that still holds
/// it in the form that runtimes read, or a temporary one in a folder of its own, with the data
/// files that may go with it.
record ModelFile(Path path, boolean temporary) implements AutoCloseable {

    /// @param folder is made, for the model alone, if no file holds it that a runtime can load
    static ModelFile of(ModelGraph model, Path folder)
            throws ModelRunException, InterruptedException {
        var origin = model.origin().filter(ModelOrigin::isRunnable).filter(ModelFile::isUnchanged);
        if (origin.isPresent()) {
            return new ModelFile(origin.get().file(), false);
        }
        var target = folder.resolve("model." + extension(model));
        var file = new ModelFile(target, true);
        boolean written = false;
        try {
            Files.createDirectory(folder);
            ModelFiles.write(model, target);
            written = true;
            return file;
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
                            + IoReason.of(e)
                            + ")",
                    e);
        } finally {
            if (!written) {
                file.close();
            }
        }
    }

    /// An edited model of ONNX Runtime's own form is an ONNX model.
    private static String extension(ModelGraph model) {
        return model.header().format() == ModelFormat.TFLITE
                ? ModelFormat.TFLITE.extension()
                : ModelFormat.ONNX.extension();
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

    /// Deletes the file, what belongs to it and its folder, if it is a temporary one.
    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        var folder = path.resolveSibling("");
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit(); // goes with the folder of the process
        }
    }
}
