package dev.lathe.app.cli;

import dev.lathe.model.cost.ModelCost;
import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.shape.ShapeInference;
import java.nio.file.Path;

/// A model with what is inferred about it.
record AnalysedModel(ModelGraph model, InferredTypes types, ModelCost cost) {

    static AnalysedModel open(Path file) throws ModelFormatException {
        return of(ModelFiles.read(file));
    }

    static AnalysedModel of(ModelGraph model) {
        var types = ShapeInference.infer(model);
        return new AnalysedModel(model, types, SampleCost.of(model));
    }
}
