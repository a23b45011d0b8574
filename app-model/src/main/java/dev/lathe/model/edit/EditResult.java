package dev.lathe.model.edit;

import dev.lathe.model.graph.ModelGraph;

/// The model after an edit, and what the edit did.
public record EditResult(ModelGraph model, EditReport report) {}
