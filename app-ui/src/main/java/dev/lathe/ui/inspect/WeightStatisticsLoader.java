package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.WeightStatistics;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.text.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/// Computes statistics of weights on another thread and keeps them as long as their tensor lives.
final class WeightStatisticsLoader {
    private final Map<Object, Optional<WeightStatistics>> known = new WeakHashMap<>();
    private final Jobs jobs;
    private final Problems problems;
    private final Texts texts;

    WeightStatisticsLoader(Jobs jobs, Problems problems, Texts texts) {
        this.jobs = jobs;
        this.problems = problems;
        this.texts = texts;
    }

    /// Passes on the statistics of a tensor, at once if they are known. They are empty if the
    /// tensor holds no numbers.
    ///
    /// @return cancels the computation
    Jobs.Handle load(Tensor tensor, Consumer<Optional<WeightStatistics>> onLoaded) {
        var ready = known.get(tensor.content());
        if (ready != null) {
            onLoaded.accept(ready);
            return Jobs.Handle.NONE;
        }
        return jobs.start(
                new Job<>(
                        texts.now("inspect.job.statistics", tensor.name()),
                        _ -> WeightStatistics.of(tensor),
                        statistics -> {
                            known.put(tensor.content(), statistics);
                            onLoaded.accept(statistics);
                        },
                        problems::report));
    }
}
