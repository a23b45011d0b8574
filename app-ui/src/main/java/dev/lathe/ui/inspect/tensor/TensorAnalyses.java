package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.tensor.ChannelRanges;
import dev.lathe.model.tensor.Dequantization;
import dev.lathe.model.tensor.Numbers;
import dev.lathe.model.tensor.TensorStatistics;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Computes figures of tensors on another thread and keeps the latest.
final class TensorAnalyses {
    private final Recent<Key, TensorStatistics> statistics = new Recent<>();
    private final Recent<Key, ChannelRanges> ranges = new Recent<>();
    private final Jobs jobs;
    private final Problems problems;
    private final Texts texts;

    TensorAnalyses(Jobs jobs, Problems problems, Texts texts) {
        this.jobs = jobs;
        this.problems = problems;
        this.texts = texts;
    }

    private record Key(DataType type, List<Long> sizes, Optional<Dequantization> how, int axis) {}

    private interface Work<T> {
        T run(Progress progress) throws InterruptedException;
    }

    /// Passes on the statistics of a tensor, at once if they are known.
    ///
    /// @param numbers its elements
    /// @return cancels the computation
    Jobs.Handle statistics(
            ShownTensor shown, Numbers numbers, Consumer<TensorStatistics> onLoaded) {
        return load(
                statistics,
                shown,
                -1,
                progress -> TensorStatistics.of(numbers, progress),
                onLoaded);
    }

    /// Passes on the ranges of the channels along an axis, at once if they are known.
    ///
    /// @param numbers the elements of the tensor
    /// @return cancels the computation
    Jobs.Handle ranges(
            ShownTensor shown, Numbers numbers, int axis, Consumer<ChannelRanges> onLoaded) {
        return load(
                ranges,
                shown,
                axis,
                progress -> ChannelRanges.of(numbers, axis, progress),
                onLoaded);
    }

    private <T> Jobs.Handle load(
            Recent<Key, T> known, ShownTensor shown, int axis, Work<T> work, Consumer<T> onLoaded) {
        var tensor = shown.tensor();
        var how =
                shown.reading() == Reading.REAL
                        ? shown.constant().dequantization()
                        : Optional.<Dequantization>empty();
        var key = new Key(tensor.type(), tensor.sizes(), how, axis);
        var ready = known.get(tensor.content(), key);
        if (ready.isPresent()) {
            onLoaded.accept(ready.get());
            return Jobs.Handle.NONE;
        }
        return jobs.start(
                new Job<>(
                        texts.now("tensor.job.statistics", tensor.name()),
                        work::run,
                        result -> {
                            known.put(tensor.content(), key, result);
                            onLoaded.accept(result);
                        },
                        problems::report));
    }
}
