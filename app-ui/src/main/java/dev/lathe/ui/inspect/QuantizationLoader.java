package dev.lathe.ui.inspect;

import dev.lathe.resources.operator.Signature;
import dev.lathe.ui.inspect.Inspection.OfLayer;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads scales and zero points on another thread.
final class QuantizationLoader {
    private final Jobs jobs;
    private final Problems problems;
    private final Texts texts;

    QuantizationLoader(Jobs jobs, Problems problems, Texts texts) {
        this.jobs = jobs;
        this.problems = problems;
        this.texts = texts;
    }

    /// Passes on the quantized values of a layer.
    ///
    /// @return cancels the reading
    Jobs.Handle load(
            OfLayer layer, Optional<Signature> signature, Consumer<List<QuantizedValue>> onLoaded) {
        return jobs.start(
                new Job<>(
                        texts.now("inspect.job.quantization", layer.id()),
                        _ -> QuantizedValues.of(layer, signature),
                        onLoaded,
                        problems::report));
    }
}
