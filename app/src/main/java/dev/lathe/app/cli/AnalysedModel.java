package dev.lathe.app.cli;

import dev.lathe.model.cost.ModelCost;
import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.FreeDimensions;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.shape.ShapeInference;
import java.util.Map;

/// A model with what is inferred about it.
///
/// @param bindings the sizes that were given to free dimensions, by the names of inference
/// @param free the dimensions that the model leaves open, set or not
record AnalysedModel(
        ModelGraph model,
        InferredTypes types,
        ModelCost cost,
        FreeDimensions free,
        Map<String, Long> bindings) {

    static AnalysedModel of(ModelGraph model, Map<String, Long> bindings) {
        return new AnalysedModel(
                model,
                ShapeInference.infer(model, bindings),
                SampleCost.of(model, bindings),
                FreeDimensions.of(model),
                bindings);
    }
}
