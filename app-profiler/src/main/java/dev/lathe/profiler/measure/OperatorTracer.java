package dev.lathe.profiler.measure;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.runner.Runner;
import dev.lathe.profiler.runner.RunnerLaunch;
import dev.lathe.profiler.trace.OperatorTrace;
import dev.lathe.profiler.trace.TraceException;
import dev.lathe.profiler.trace.TraceParser;
import dev.lathe.runner.SessionSettings;
import dev.lathe.runner.SessionSettings.Profiling;
import dev.lathe.runner.TimingPlan;
import java.time.Duration;

/// Has the runtime profile some runs of a model in a process of their own.
final class OperatorTracer {
    private static final int SKIPPED_RUNS = 4;
    private static final int MAX_RUNS = 50;
    private static final int MIN_RUNS = 5;

    /// How many events are enough; the runtime keeps a million and writes about 1 KB for each.
    private static final int EVENTS = 20_000;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final RunnerLaunch launch;
    private final SessionSettings settings;

    OperatorTracer(RunnerLaunch launch, SessionSettings settings) {
        this.launch = launch;
        this.settings = settings.withProfiling(Profiling.ON);
    }

    OperatorTrace trace(ModelGraph model, ProfilePlan plan, Progress progress)
            throws ModelRunException, InterruptedException {
        try (var runner = Runner.start(launch);
                var loaded = runner.load(LayerNames.put(model), settings)) {
            var inputs = RandomInputs.make(loaded.name(), loaded.inputs(), plan);
            loaded.measure(inputs, timingPlan(model), progress);
            var trace = TraceParser.parse(loaded.stopProfiling(), SKIPPED_RUNS);
            return switch (Runner.kindFor(model)) {
                case ORT -> trace;
                case TFLITE -> TfliteLayers.named(model, trace);
            };
        } catch (TraceException e) {
            throw new ModelRunException(
                    "Cannot tell the times of single operators: " + e.getMessage(), e);
        }
    }

    private static TimingPlan timingPlan(ModelGraph model) {
        int nodes = Math.max(1, model.graph().nodesIncludingSubgraphs().size());
        int runs = Math.clamp(EVENTS / nodes, MIN_RUNS, MAX_RUNS);
        return new TimingPlan(SKIPPED_RUNS - 1, 0, runs, 0, LONGEST.toNanos());
    }
}
