package dev.lathe.profiler.measure;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;

/// Measures how fast a model runs and what memory it takes. Measurements run one at a time.
@FunctionalInterface
public interface Profiler {

    /// Measures a model; blocks until it is done, and stops when its thread is interrupted.
    Profile profile(ModelGraph model, ProfilePlan plan, Progress progress)
            throws ModelRunException, InterruptedException;
}
