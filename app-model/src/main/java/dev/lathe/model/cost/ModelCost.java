package dev.lathe.model.cost;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// What a model costs, per layer and in all.
///
/// @param layers by layer name, in the order of the graph
/// @param parameters in all, a constant that several layers share counted once
/// @param weightBytes bytes of all constants, each once
/// @param macs of one run, where they are known
/// @param activationPeakBytes the most bytes of activations that are alive at once when nodes run
///   in topological order and a value lives from its producer to its last consumer
public record ModelCost(
        SequencedMap<String, LayerCost> layers,
        long parameters,
        long weightBytes,
        OptionalLong macs,
        OptionalLong activationPeakBytes) {
    public ModelCost {
        layers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(layers));
    }
}
