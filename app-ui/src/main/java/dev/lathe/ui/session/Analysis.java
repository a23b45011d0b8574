package dev.lathe.ui.session;

import dev.lathe.model.cost.ModelCost;
import dev.lathe.model.shape.InferredTypes;

/// What is known of a model without reading its weights or running it.
///
/// @param fileBytes the size of its file, with external data
public record Analysis(InferredTypes types, ModelCost cost, long fileBytes) {}
