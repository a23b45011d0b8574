package dev.lathe.app.cli;

import dev.lathe.model.cost.CostAnalysis;
import dev.lathe.model.cost.ModelCost;
import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.FreeDimensions;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.shape.ShapeInference;
import java.util.Map;

/// A model with what is inferred about it.
///
/// @param sampleTypes of the values when a batch that is not set is 1; the cost is of these
/// @param bindings the sizes that were given to free dimensions, by the names of inference
/// @param free the dimensions that the model leaves open, set or not
record AnalysedModel(
        ModelGraph model,
        InferredTypes types,
        InferredTypes sampleTypes,
        ModelCost cost,
        FreeDimensions free,
        Map<String, Long> bindings) {

    static AnalysedModel of(ModelGraph model, Map<String, Long> bindings) {
        var types = ShapeInference.infer(model, bindings);
        var ofSample = SampleCost.bindings(model, bindings);
        var sampleTypes = ofSample.equals(bindings) ? types : ShapeInference.infer(model, ofSample);
        return new AnalysedModel(
                model,
                types,
                sampleTypes,
                CostAnalysis.compute(model, sampleTypes),
                FreeDimensions.of(model),
                bindings);
    }
}
