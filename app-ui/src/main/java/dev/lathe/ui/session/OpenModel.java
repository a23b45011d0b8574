package dev.lathe.ui.session;

import dev.lathe.model.cost.ModelCost;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.InferredTypes;
import java.nio.file.Path;
import java.util.Optional;

/// The model that is open, as its file holds it.
///
/// @param name what people see: the file name, or the title of a sample
/// @param sample the id of the sample that it is
public record OpenModel(
        Path file,
        String name,
        Optional<String> sample,
        ModelGraph model,
        InferredTypes types,
        ModelCost cost) {}
