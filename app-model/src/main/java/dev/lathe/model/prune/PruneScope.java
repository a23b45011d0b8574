package dev.lathe.model.prune;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Over what weights are ranked.
public enum PruneScope {
    /// All selected layers together: one threshold.
    @JsonProperty("global")
    GLOBAL,
    /// Each layer by itself: the same share of each.
    @JsonProperty("layer")
    LAYER
}
