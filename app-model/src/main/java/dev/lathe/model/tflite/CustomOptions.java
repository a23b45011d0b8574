package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.graph.Attribute;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// The options of custom operators: mostly a map in the FlexBuffers format, otherwise bytes that
/// only the operator understands.
final class CustomOptions {
    private static final String ALL_BYTES = "custom_options";

    private CustomOptions() {}

    /// An attribute for each entry of a map of plain values, or one with all the bytes.
    static List<Attribute> read(MemorySegment bytes) {
        return read(bytes, ALL_BYTES);
    }

    /// The same for options that have a field of their own.
    static List<Attribute> read(MemorySegment bytes, String field) {
        try {
            return new FlexOptions(bytes).read();
        } catch (DamagedFlatbufferException _) {
            return List.of(new Attribute(field, OptionReader.bytes(bytes)));
        }
    }
}
