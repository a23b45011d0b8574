package dev.lathe.app.context;

import dev.lathe.model.run.ModelRunner;
import dev.lathe.profiler.evaluate.Evaluator;
import dev.lathe.profiler.measure.LocalProfiler;
import dev.lathe.profiler.measure.Profiler;
import dev.lathe.profiler.runner.ProcessModelRunner;
import dev.lathe.profiler.runner.RunnerLaunch;

/// The objects that live as long as the program. Making it starts no process.
public final class AppContext implements AutoCloseable {
    private final ProcessModelRunner runner;
    private final Evaluator evaluator;
    private final Profiler profiler;

    public AppContext(RunnerLaunch launch) {
        this.runner = new ProcessModelRunner(launch);
        this.evaluator = new Evaluator(runner);
        this.profiler = new LocalProfiler(launch);
    }

    /// Executes models.
    public ModelRunner runner() {
        return runner;
    }

    /// Measures accuracy.
    public Evaluator evaluator() {
        return evaluator;
    }

    /// Measures latency and memory.
    public Profiler profiler() {
        return profiler;
    }

    /// Ends the runner processes.
    @Override
    public void close() {
        runner.close();
    }
}
