package dev.lathe.model.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a model says of itself.
///
/// @param irVersion the version of the ONNX intermediate representation
/// @param opsets version by domain; the standard domain is `""`
/// @param metadata free key-value pairs
public record ModelHeader(
        long irVersion,
        SequencedMap<String, Long> opsets,
        String producerName,
        String producerVersion,
        String domain,
        long modelVersion,
        String documentation,
        SequencedMap<String, String> metadata) {
    public ModelHeader {
        opsets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(opsets));
        metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
    }

    /// The version of the standard operator set; 1 if the model names none.
    public long opset() {
        return opsets.getOrDefault("", opsets.getOrDefault("ai.onnx", 1L));
    }

    /// This header with another version of an operator set.
    public ModelHeader withOpset(String opsetDomain, long version) {
        var changed = new LinkedHashMap<>(opsets);
        changed.put(opsetDomain, version);
        return new ModelHeader(
                irVersion,
                changed,
                producerName,
                producerVersion,
                domain,
                modelVersion,
                documentation,
                metadata);
    }

    /// This header with another version of the intermediate representation.
    public ModelHeader withIrVersion(long version) {
        return new ModelHeader(
                version,
                opsets,
                producerName,
                producerVersion,
                domain,
                modelVersion,
                documentation,
                metadata);
    }
}
