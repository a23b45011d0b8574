package dev.lathe.ui.inspect;

import dev.lathe.model.graph.DataType;
import java.util.Optional;

/// A value that a layer reads or writes as integers, or that is integers beside it.
///
/// @param role what the operator calls the value
/// @param name of the value
/// @param through the layer that turns it to or from integers, if that is another
/// @param type of the integers
/// @param scales empty if they are computed as the model runs
/// @param axis that several scales go along
/// @param blockSize how many neighbours along the axis share a scale; 0 if not by blocks
/// @param used the smallest and largest of the integers, if the model holds them
record QuantizedValue(
        String role,
        String name,
        Optional<String> through,
        DataType type,
        Optional<Scales> scales,
        long axis,
        long blockSize,
        Optional<Extent> used) {

    /// The smallest and the largest integer.
    record Extent(double lowest, double highest) {}
}
