package dev.lathe.ui.overlay;

import java.util.Optional;

/// A line of the list of the layers with the highest values.
///
/// @param layer its id
/// @param value in words
/// @param share of the whole model, 0 to 1; empty where values are not sums, and for layers inside
///   others, which run some other number of times
/// @param ofHighest the value as a part of the highest, 0 to 1
record TopLayer(String layer, String value, Optional<Double> share, double ofHighest) {}
