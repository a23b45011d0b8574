package dev.lathe.profiler.measure;

import java.util.Map;

/// What to measure and how.
///
/// @param threads intra-operator threads; 0 for as many as the machine has cores
/// @param batch the size of a free batch dimension
/// @param dimensions sizes of other free dimensions of the inputs, by the names that shape
///   inference gives them: the symbol, or `data[0]`; 1 where absent
public record ProfilePlan(
        String device, ProfileMode mode, int threads, int batch, Map<String, Long> dimensions) {

    public ProfilePlan {
        dimensions = Map.copyOf(dimensions);
    }

    /// A plan for this machine with batch 1.
    public static ProfilePlan local(ProfileMode mode, int threads) {
        return new ProfilePlan("local", mode, threads, 1, Map.of());
    }
}
