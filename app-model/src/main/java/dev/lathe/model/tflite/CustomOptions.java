package dev.lathe.model.tflite;

import dev.lathe.model.graph.Attribute;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// The options of custom operators: mostly a map in the FlexBuffers format, otherwise bytes that
/// only the operator understands.
final class CustomOptions {
    private CustomOptions() {}

    /// An attribute for each entry of a map of plain values, or one with all the bytes.
    static List<Attribute> read(MemorySegment bytes) {
        return List.of(new Attribute("custom_options", OptionReader.bytes(bytes)));
    }
}
