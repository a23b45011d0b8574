package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Oddities;
import dev.lathe.model.graph.Graph;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Reads what a model says of itself.
final class MetadataReader {
    static final String DESCRIPTION = "description";
    static final String PRODUCER = "producer";
    static final String PRODUCER_VERSION = "producer.version";

    MetadataReader(FlatTable model, Buffers buffers, Path file, Oddities oddities) {}

    SequencedMap<String, String> read(Graph graph) throws DamagedFlatbufferException {
        return new LinkedHashMap<>();
    }
}
