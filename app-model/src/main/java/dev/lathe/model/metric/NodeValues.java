package dev.lathe.model.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Values of layers and groups. What has no value is absent; what has one that is not known is
/// there as {@linkplain Amount#isUnknown unknown}.
///
/// @param layers by layer id, in the order of the graphs
/// @param groups by group id, each before those within
public record NodeValues(SequencedMap<String, Amount> layers, SequencedMap<String, Amount> groups) {

    /// No values.
    public static final NodeValues NONE =
            new NodeValues(new LinkedHashMap<>(), new LinkedHashMap<>());

    public NodeValues {
        layers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(layers));
        groups = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(groups));
    }

    public boolean isEmpty() {
        return layers.isEmpty() && groups.isEmpty();
    }
}
