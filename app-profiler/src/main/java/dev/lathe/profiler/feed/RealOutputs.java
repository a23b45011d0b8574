package dev.lathe.profiler.feed;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What the outputs of a model stand for.
public final class RealOutputs {
    private RealOutputs() {}

    /// The outputs of a run in the same order. Those of integers whose value states one scale and
    /// zero point are replaced by the real numbers that they stand for.
    public static SequencedMap<String, Tensor> of(ModelGraph model, Map<String, Tensor> outputs) {
        var reals = new LinkedHashMap<>(outputs);
        for (Value output : model.graph().outputs()) {
            var tensor = outputs.get(output.name());
            var integers = AffineIntegers.of(output);
            if (tensor != null && integers.isPresent() && AffineIntegers.isInteger(tensor.type())) {
                integers.get().toReals(tensor).ifPresent(real -> reals.put(output.name(), real));
            }
        }
        return reals;
    }
}
