package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Flatbuffer;
import dev.lathe.model.flatbuffer.Oddities;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Reads what a model says of itself: buffers that the model's list of metadata names.
///
/// Known are the least runtime version (a text), what the converter says of itself (TensorFlow
/// `conversion_metadata.fbs`) and the description for people (TensorFlow Lite Support
/// `metadata_schema.fbs`). Of others only the size is told. Damage in metadata is noted and keeps
/// no model from being opened.
final class MetadataReader {
    static final String DESCRIPTION = "description";
    static final String PRODUCER = "producer";

    private static final String PRODUCER_VERSION = "producer.version";

    private static final int MODEL_METADATA = 6;
    private static final int NAME = 0;
    private static final int BUFFER = 1;

    private static final int CONVERSION_ENVIRONMENT = 0;
    private static final int TENSORFLOW_VERSION = 0;

    private static final int LONGEST_TEXT = 256;

    private final FlatTable model;
    private final Buffers buffers;
    private final AppendedFiles files;
    private final Oddities oddities;
    private final SequencedMap<String, String> entries = new LinkedHashMap<>();

    MetadataReader(FlatTable model, Buffers buffers, MemorySegment file, Oddities oddities) {
        this.model = model;
        this.buffers = buffers;
        this.files = new AppendedFiles(file);
        this.oddities = oddities;
    }

    /// The entries of a model's header, by names such as `author` and `output.0.labels`.
    SequencedMap<String, String> read() throws DamagedFlatbufferException {
        for (FlatTable metadata : model.tables(MODEL_METADATA)) {
            var name = metadata.string(NAME);
            var bytes = buffers.bytes(metadata.uint32(BUFFER));
            if (bytes.isPresent() && bytes.get().byteSize() > 0) {
                read(name, bytes.get());
            }
        }
        return entries;
    }

    /// Who made the file, as far as it says so, and then which version.
    static String producer(SequencedMap<String, String> entries) {
        return entries.getOrDefault(PRODUCER, "");
    }

    static String producerVersion(SequencedMap<String, String> entries) {
        return entries.getOrDefault(PRODUCER_VERSION, "");
    }

    private void read(String name, MemorySegment bytes) {
        try {
            switch (name) {
                case "min_runtime_version" -> entries.put(name, text(bytes));
                case "CONVERSION_METADATA" -> readConversion(bytes);
                case "TFLITE_METADATA" -> new DescriptionReader(files, entries).read(bytes);
                default -> entries.put(name, bytes.byteSize() + " bytes");
            }
        } catch (DamagedFlatbufferException e) {
            oddities.add(
                    "damaged-metadata",
                    "The metadata '" + name + "' is damaged (" + e.reason() + ").");
        }
    }

    private void readConversion(MemorySegment bytes) throws DamagedFlatbufferException {
        var environment = new Flatbuffer(bytes).root().table(CONVERSION_ENVIRONMENT);
        if (environment.isPresent()) {
            var version = environment.get().string(TENSORFLOW_VERSION);
            if (!version.isEmpty()) {
                entries.put(PRODUCER, "TensorFlow Lite Converter");
                entries.put(PRODUCER_VERSION, version);
            }
        }
    }

    /// A text that ends at the first zero byte.
    private static String text(MemorySegment bytes) {
        var head =
                bytes.asSlice(0, Math.min(LONGEST_TEXT, bytes.byteSize()))
                        .toArray(ValueLayout.JAVA_BYTE);
        var text = new String(head, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
