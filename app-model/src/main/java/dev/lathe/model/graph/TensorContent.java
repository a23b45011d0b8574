package dev.lathe.model.graph;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// Where the elements of a tensor are.
public sealed interface TensorContent {

    /// Elements in row-major order, little-endian, sub-byte types packed low nibble first: in the
    /// mapped model file, in a mapped external file, or on the heap.
    ///
    /// @param bytes read-only
    record Stored(MemorySegment bytes) implements TensorContent {}

    /// Elements in a mapped file beside the model.
    ///
    /// @param location the file, relative to the model's folder, as the model states it
    /// @param offset bytes from the start of that file
    /// @param bytes read-only
    record External(String location, long offset, MemorySegment bytes) implements TensorContent {}

    /// Elements that the model says are elsewhere but that could not be had.
    ///
    /// @param reason a clause for people, without a full stop
    record Missing(String location, long offset, long length, String reason)
            implements TensorContent {}

    /// The elements of a string tensor, as UTF-8 or whatever the model holds.
    record Strings(List<byte[]> elements) implements TensorContent {
        public Strings {
            elements = List.copyOf(elements);
        }
    }
}
