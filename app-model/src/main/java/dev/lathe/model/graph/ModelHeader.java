package dev.lathe.model.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a model says of itself.
///
/// @param format the family of files that the model comes from and can be written to
/// @param irVersion the version of the ONNX intermediate representation
/// @param opsets version by domain; the standard domain is `""`
/// @param metadata free key-value pairs
public record ModelHeader(
        ModelFormat format,
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

    /// The header of an ONNX model.
    public ModelHeader(
            long irVersion,
            SequencedMap<String, Long> opsets,
            String producerName,
            String producerVersion,
            String domain,
            long modelVersion,
            String documentation,
            SequencedMap<String, String> metadata) {
        this(
                ModelFormat.ONNX,
                irVersion,
                opsets,
                producerName,
                producerVersion,
                domain,
                modelVersion,
                documentation,
                metadata);
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
                format,
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
                format,
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
