package dev.lathe.model.cost;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.shape.ShapeInference;
import java.util.HashMap;
import java.util.Map;

/// The cost of one sample: a symbolic batch dimension counts as 1.
public final class SampleCost {
    private SampleCost() {}

    /// The cost when no dimension is set.
    public static ModelCost of(ModelGraph model) {
        return of(model, Map.of());
    }

    /// The cost when dimensions have the given sizes.
    ///
    /// @param bindings sizes by the names of inference; a batch among them is no longer 1
    public static ModelCost of(ModelGraph model, Map<String, Long> bindings) {
        return CostAnalysis.compute(model, types(model, bindings));
    }

    /// The types of values that the cost is computed from.
    public static InferredTypes types(ModelGraph model, Map<String, Long> bindings) {
        return ShapeInference.infer(model, bindings(model, bindings));
    }

    /// The sizes of one sample: those that are given, and 1 for a batch that is not.
    public static Map<String, Long> bindings(ModelGraph model, Map<String, Long> given) {
        var all = new HashMap<>(ShapeInference.batchOfOne(model));
        all.putAll(given);
        return all;
    }
}
