package dev.lathe.profiler.measure;

import dev.lathe.model.cost.CostAnalysis;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.device.Cpu;
import dev.lathe.profiler.device.SystemFiles;
import dev.lathe.profiler.runner.DefaultSettings;
import dev.lathe.profiler.runner.ResidentMemory;
import dev.lathe.profiler.runner.Runner;
import dev.lathe.profiler.runner.RunnerLaunch;
import dev.lathe.profiler.runner.RunningModel;
import dev.lathe.profiler.runner.Timing;
import dev.lathe.profiler.trace.OperatorTrace;
import dev.lathe.runner.SessionSettings;
import dev.lathe.runner.TimingPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;

/// Measures models on this machine, each in a fresh process.
///
/// A program makes one of these, because measurements through the same one wait for each other.
public final class LocalProfiler implements Profiler {
    /// The share of the progress at which whole runs have been timed and operators follow.
    public static final double RUNS_TIMED = 0.8;

    private static final int WARM_UP_RUNS = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(1);

    private final RunnerLaunch launch;
    private final SessionSettings settings;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    public LocalProfiler(RunnerLaunch launch) {
        this(launch, DefaultSettings.ofThisMachine());
    }

    public LocalProfiler(RunnerLaunch launch, SessionSettings settings) {
        this.launch = launch;
        this.settings = settings;
    }

    @Override
    public Profile profile(ModelGraph model, ProfilePlan plan, Progress progress)
            throws ModelRunException, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            var steady =
                    measure(model, plan, new PhaseProgress(progress, 0, (int) (100 * RUNS_TIMED)));
            var trace =
                    new OperatorTracer(launch, settings(model, plan))
                            .trace(
                                    model,
                                    plan,
                                    new PhaseProgress(progress, (int) (100 * RUNS_TIMED), 100));
            progress.update(100, 100);
            return assemble(model, plan, steady, trace);
        } finally {
            oneAtATime.unlock();
        }
    }

    private record Steady(
            SequencedMap<String, String> environment,
            Duration load,
            Timing timing,
            OptionalLong processPeak,
            Map<String, Long> bindings,
            List<String> throttling,
            Map<String, String> details) {}

    private Steady measure(ModelGraph model, ProfilePlan plan, Progress progress)
            throws ModelRunException, InterruptedException {
        var system = SystemFiles.ofThisMachine();
        var watch = new ThrottleWatch(system);
        var session = settings(model, plan);
        try (var runner = Runner.start(launch)) {
            var environment =
                    Environment.read(system, runner.describe(Runner.kindFor(model)), session);
            var before = runner.memory();
            try (var loaded = runner.load(model, session)) {
                environment.putAll(loaded.details());
                var inputs = RandomInputs.make(loaded.name(), loaded.inputs(), plan);
                var timing = time(loaded, inputs, plan, watch, progress);
                var peak = growth(before, runner.memory());
                return new Steady(
                        environment,
                        loaded.loadTime(),
                        timing,
                        peak,
                        RandomInputs.bindings(loaded.inputs(), inputs),
                        watch.reasons(),
                        loaded.details());
            }
        }
    }

    private static Timing time(
            RunningModel loaded,
            Map<String, Tensor> inputs,
            ProfilePlan plan,
            ThrottleWatch watch,
            Progress progress)
            throws ModelRunException, InterruptedException {
        try {
            return loaded.measure(
                    inputs,
                    timingPlan(plan.mode()),
                    (done, total) -> {
                        watch.look();
                        progress.update(done, total);
                    });
        } catch (ModelRunException e) {
            var chosen = RandomInputs.bindings(loaded.inputs(), inputs);
            throw chosen.isEmpty()
                    ? e
                    : new ModelRunException(
                            e.getMessage()
                                    + "; its free dimensions were set to "
                                    + chosen
                                    + ", which may not be what it takes: choose other sizes",
                            e);
        }
    }

    private static TimingPlan timingPlan(ProfileMode mode) {
        return new TimingPlan(
                WARM_UP_RUNS,
                WARM_UP.toNanos(),
                mode.minRuns(),
                mode.minDuration().toNanos(),
                mode.maxDuration().toNanos());
    }

    private static OptionalLong growth(ResidentMemory before, ResidentMemory after) {
        return before.bytes().isPresent() && after.peakBytes().isPresent()
                ? OptionalLong.of(after.peakBytes().getAsLong() - before.bytes().getAsLong())
                : OptionalLong.empty();
    }

    private static Profile assemble(
            ModelGraph model, ProfilePlan plan, Steady steady, OperatorTrace trace) {
        var samples = Arrays.stream(steady.timing().steadyMs()).boxed().toList();
        var latency = LatencyStatistics.of(samples);
        var reasons =
                new ArrayList<>(Validity.reasons(samples, steady.timing().steady(), plan.mode()));
        reasons.addAll(steady.throttling());
        double sum = trace.operators().stream().mapToDouble(OperatorTrace.Operator::ms).sum();
        return new Profile(
                latency,
                samples,
                steady.load().toNanos() / 1e6,
                steady.timing().first().toNanos() / 1e6,
                memory(model, steady, trace),
                reasons.isEmpty(),
                reasons,
                notes(steady, trace),
                steady.environment(),
                operators(trace, sum),
                sum / latency.medianMs());
    }

    private static List<String> notes(Steady steady, OperatorTrace trace) {
        var notes = new ArrayList<String>();
        boolean delegated = !steady.details().getOrDefault("delegate", "none").equals("none");
        if (delegated && trace.arenaBytes().isEmpty()) {
            notes.add(
                    "The arena is not known, because XNNPACK does not tell what memory it holds.");
        }
        if (trace.operators().stream().anyMatch(each -> TfliteLayers.isForeign(each.name()))) {
            notes.add(
                    "Some operators have the names that XNNPACK gives them, because it fused layers"
                            + " in a way that does not tell which they are.");
        }
        return notes;
    }

    private static List<OperatorTime> operators(OperatorTrace trace, double sum) {
        return trace.operators().stream()
                .map(each ->
                        new OperatorTime(
                                each.name(), each.op(), each.ms(), sum == 0 ? 0 : each.ms() / sum))
                .sorted((a, b) -> Double.compare(b.ms(), a.ms()))
                .toList();
    }

    private static MemoryFigures memory(ModelGraph model, Steady steady, OperatorTrace trace) {
        var bound = FreeBatch.bind(model, steady.bindings());
        var cost = CostAnalysis.compute(bound, ShapeInference.infer(bound, steady.bindings()));
        return new MemoryFigures(
                cost.weightBytes(),
                cost.activationPeakBytes().exact(),
                trace.arenaBytes(),
                steady.processPeak());
    }

    private SessionSettings settings(ModelGraph model, ProfilePlan plan) {
        var threaded =
                settings.withThreads(
                        plan.threads() > 0 ? plan.threads() : Cpu.ofThisMachine().cores());
        return switch (Runner.kindFor(model)) {
            case ORT -> threaded;
            case TFLITE -> threaded.withConfig(Map.of());
        };
    }
}
