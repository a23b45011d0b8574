package dev.lathe.model.metric;

/// How the value of a group comes about from those of its layers.
public enum Combination {
    /// All together; what layers share is counted once.
    SUM,
    /// The largest.
    MAXIMUM,
    /// The mean over all parameters, so that a layer with more of them says more.
    WEIGHTED_MEAN,
    /// The mean of the layers that have a value.
    MEAN
}
