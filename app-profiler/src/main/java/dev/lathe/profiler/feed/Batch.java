package dev.lathe.profiler.feed;

import dev.lathe.model.data.Sample;
import dev.lathe.model.graph.Tensor;
import java.util.List;

/// Some samples and the tensor that holds them.
///
/// @param first the position of the first sample in the data set
/// @param slots how many samples the tensor holds, which is more than there are samples where the
///   model takes a fixed number
public record Batch(int first, List<Sample> samples, Tensor input, int slots) {
    public Batch {
        samples = List.copyOf(samples);
    }
}
