package dev.lathe.model.edit;

import com.sun.management.OperatingSystemMXBean;
import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.Edit.QuantizeDynamic;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.model.quantize.Granularity;
import dev.lathe.model.quantize.IntegerType;
import dev.lathe.model.shape.TestModel;
import dev.lathe.model.work.Progress;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;

/// Measures how fast weights are rewritten, in gigabytes of float weights per second. A program,
/// not a test: run its main method on an idle machine.
public final class RewriteBenchmark {
    private static final int LAYERS = 8;
    private static final int ROWS = 4096;
    private static final int COLUMNS = 2048;
    private static final int ROUNDS = 8;
    private static final double NANOS = 1e9;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private RewriteBenchmark() {}

    /// Measures each edit some times.
    public static void main(String[] arguments) throws Exception {
        var model = model();
        var all = LayerSelection.ALL;
        for (Edit edit :
                List.of(
                        new PruneMagnitude(0.5, PruneScope.GLOBAL, all),
                        new PruneMagnitude(0.5, PruneScope.LAYER, all),
                        new QuantizeDynamic(IntegerType.S8, Granularity.CHANNEL, all))) {
            for (int round = 0; round < ROUNDS; round++) {
                measure(model, edit);
            }
        }
    }

    private static void measure(ModelGraph model, Edit edit) throws Exception {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();

        Edits.apply(model, edit, EditTools.NONE, Progress.NONE);

        double seconds = (System.nanoTime() - start) / NANOS;
        double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / NANOS;
        double gigabytes = 4.0 * LAYERS * ROWS * COLUMNS / NANOS;
        System.out.printf(
                "%-16s %.2f GB/s, %.2f GB/s per busy core%n",
                edit.getClass().getSimpleName(), gigabytes / seconds, gigabytes / cpuSeconds);
    }

    private static ModelGraph model() {
        var random = new SplittableRandom(1);
        var model = TestModel.ofOpset(13);
        for (int layer = 0; layer < LAYERS; layer++) {
            var elements = new float[ROWS * COLUMNS];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = (float) (random.nextDouble() - 0.5);
            }
            var x = "x" + layer;
            var w = "w" + layer;
            var y = "y" + layer;
            model.input(x, "1 " + ROWS)
                    .constant(Tensor.ofFloats(w, elements, ROWS, COLUMNS))
                    .node(Node.of("layer" + layer, "MatMul", List.of(x, w), List.of(y)))
                    .output(y, "1 " + COLUMNS);
        }
        return model.build();
    }
}
