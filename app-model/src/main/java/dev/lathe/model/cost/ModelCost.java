package dev.lathe.model.cost;

import dev.lathe.model.graph.DataType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a model costs, per layer and in all.
///
/// @param layers by layer name, in the order of the graph
/// @param parameters in all, a constant that several layers share counted once
/// @param weightBytes bytes of all constants, each once
/// @param weightBytesByType the same for each element type, most bytes first
/// @param macs of one run, with the number of operators of which they are not known
/// @param activationPeakBytes the most bytes of activations that are alive at once when nodes run
///   in topological order and a value lives from its producer to its last consumer, with the number
///   of values whose size is not known
public record ModelCost(
        SequencedMap<String, LayerCost> layers,
        long parameters,
        long weightBytes,
        SequencedMap<DataType, Long> weightBytesByType,
        AtLeast macs,
        AtLeast activationPeakBytes) {
    public ModelCost {
        layers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(layers));
        weightBytesByType =
                Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weightBytesByType));
    }
}
