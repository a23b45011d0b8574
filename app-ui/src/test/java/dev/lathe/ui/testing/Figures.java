package dev.lathe.ui.testing;

import dev.lathe.profiler.evaluate.Evaluation;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.profiler.measure.LatencyStatistics;
import dev.lathe.profiler.measure.MemoryFigures;
import dev.lathe.profiler.measure.OperatorTime;
import dev.lathe.profiler.measure.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.DoubleStream;

/// Measured figures as they could be.
public final class Figures {
    private Figures() {}

    /// A valid profile with the given median and operators.
    public static Profile profile(double medianMs, List<OperatorTime> operators) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("cpu", "Some CPU at 2.1 GHz");
        environment.put("isa", "avx2 fma");
        environment.put("runtime", "ONNX Runtime 1.28.0");
        environment.put("threads", "2");
        return new Profile(
                statistics(medianMs),
                sample(medianMs),
                42.5,
                3 * medianMs,
                new MemoryFigures(
                        1_234_567,
                        OptionalLong.of(456_789),
                        OptionalLong.of(2_345_678),
                        OptionalLong.empty()),
                true,
                List.of(),
                List.of(),
                environment,
                operators,
                0.93);
    }

    /// A profile that may not be compared with others, and why.
    public static Profile invalid(double medianMs, String reason) {
        var valid = profile(medianMs, List.of());
        return new Profile(
                valid.latency(),
                valid.samplesMs(),
                valid.loadMs(),
                valid.firstMs(),
                valid.memory(),
                false,
                List.of(reason),
                List.of(),
                valid.environment(),
                valid.operators(),
                valid.operatorsToSteady());
    }

    public static Evaluation evaluation(double top1) {
        return new Evaluation(2000, top1, Math.min(1, top1 + 0.07));
    }

    public static OutputComparison comparison() {
        return new OutputComparison(2000, 24.6, 0.9981, 0.984, 0.31);
    }

    private static LatencyStatistics statistics(double median) {
        return new LatencyStatistics(
                1024,
                median * 0.93,
                median,
                median * 1.02,
                median * 1.08,
                median * 1.13,
                median * 1.4,
                median * 0.06,
                0.059);
    }

    private static List<Double> sample(double median) {
        var random = new Random(7);
        return DoubleStream.generate(() -> median * (0.93 + 0.07 * Math.abs(random.nextGaussian())))
                .limit(1024)
                .boxed()
                .toList();
    }
}
