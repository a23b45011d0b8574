package dev.lathe.fuzz;

import dev.lathe.model.cost.CostAnalysis;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.shape.ShapeInference;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of bytes that a fuzzer made up, in a folder of its own.
final class FuzzedFile {
    private static final long LIMIT_NANOS = 2_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FuzzedFile() {}

    /// Opens the file as Lathe does and follows its shapes and cost. Being refused in one sentence
    /// is as good as being opened.
    ///
    /// @throws AssertionError if it took too long or the sentence is none
    static void open(byte[] bytes) throws IOException {
        var folder = Files.createTempDirectory("fuzz");
        var file = folder.resolve("model");
        try {
            Files.write(file, bytes);
            long nanos = nanosToOpen(file);
            if (nanos > LIMIT_NANOS) { // the first time, classes are instrumented as well
                nanos = nanosToOpen(file);
            }
            if (nanos > LIMIT_NANOS) {
                throw new AssertionError("opening took longer than two seconds of computing");
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static long nanosToOpen(Path file) {
        long start = THREADS.getCurrentThreadCpuTime();
        open(file);
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static void open(Path file) {
        try {
            var model = ModelFiles.read(file);
            CostAnalysis.compute(model, ShapeInference.infer(model));
        } catch (ModelFormatException e) {
            var message = String.valueOf(e.getMessage());
            if (!message.startsWith("Cannot open ") || message.contains("\n")) {
                throw new AssertionError("no sentence: " + message, e);
            }
        }
    }
}
