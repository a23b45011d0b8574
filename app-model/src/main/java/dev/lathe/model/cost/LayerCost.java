package dev.lathe.model.cost;

import java.util.OptionalLong;

/// What one layer costs.
///
/// @param layer the layer name
/// @param parameters elements of the constants that the layer reads, except shapes, axes and other
///   integer arguments
/// @param weightBytes bytes of those constants in the file
/// @param macs multiply-accumulates of one run; for a layer with graphs inside, what is known of
///   those with the number of operators inside of which nothing is
/// @param outputBytes bytes of the outputs of one run; empty if a shape is not known
public record LayerCost(
        String layer, long parameters, long weightBytes, AtLeast macs, OptionalLong outputBytes) {}
