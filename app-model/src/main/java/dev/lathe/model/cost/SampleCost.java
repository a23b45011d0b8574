package dev.lathe.model.cost;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.ShapeInference;

/// The cost of one sample: a symbolic batch dimension counts as 1.
public final class SampleCost {
    private SampleCost() {}

    public static ModelCost of(ModelGraph model) {
        return CostAnalysis.compute(
                model, ShapeInference.infer(model, ShapeInference.batchOfOne(model)));
    }
}
