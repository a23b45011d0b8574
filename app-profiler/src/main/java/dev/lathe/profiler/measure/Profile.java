package dev.lathe.profiler.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.SequencedMap;

/// One measurement of a model.
///
/// @param latency of the steady phase
/// @param samplesMs the raw sample, in the order of the runs; empty if it was left out
/// @param loadMs creating the session in a fresh process
/// @param firstMs the first run in that process
/// @param valid whether the figures may be compared with others; if not, `reasons` says why
/// @param notes which figures are not known or not as they look, and why
/// @param environment CPU, flags, governor, frequencies, temperature, threads, runtime and version,
///   power source, other load
/// @param operators from a separate, profiled run, the most expensive first
/// @param operatorsToSteady the sum of the operators' times divided by the steady median
public record Profile(
        LatencyStatistics latency,
        @JsonInclude(Include.NON_EMPTY) List<Double> samplesMs,
        double loadMs,
        double firstMs,
        MemoryFigures memory,
        boolean valid,
        List<String> reasons,
        List<String> notes,
        SequencedMap<String, String> environment,
        List<OperatorTime> operators,
        double operatorsToSteady) {
    public Profile {
        samplesMs = List.copyOf(samplesMs);
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
        operators = List.copyOf(operators);
    }

    /// The same without the raw sample.
    public Profile withoutSamples() {
        return new Profile(
                latency,
                List.of(),
                loadMs,
                firstMs,
                memory,
                valid,
                reasons,
                notes,
                environment,
                operators,
                operatorsToSteady);
    }
}
