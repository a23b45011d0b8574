package dev.lathe.model.cost;

/// What some layers of a model cost together.
///
/// @param parameters in all, a weight that several of the layers share counted once
/// @param weightBytes bytes of the weights that the layers read, scales and zero points included,
///   each once
/// @param macs of one run
/// @param outputBytes bytes of what the layers compute in one run, values that depend on constants
///   only left out
/// @param activationPeakBytes the most bytes of activations of the whole graph that are alive while
///   one of the layers runs, those whose size is known
public record PartCost(
        long parameters,
        long weightBytes,
        AtLeast macs,
        AtLeast outputBytes,
        long activationPeakBytes) {}
