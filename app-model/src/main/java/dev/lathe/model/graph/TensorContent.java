package dev.lathe.model.graph;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the elements of a tensor are. Two contents are equal if they hold the same elements.
public sealed interface TensorContent {

    /// Elements in row-major order, little-endian, sub-byte types packed low nibble first: in the
    /// mapped model file or on the heap.
    ///
    /// @param bytes read-only
    record Stored(MemorySegment bytes) implements TensorContent {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Stored(var others) && sameBytes(bytes, others);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(bytes.byteSize());
        }
    }

    /// Elements in a mapped file beside the model.
    ///
    /// @param location the file, relative to the model's folder, as the model states it
    /// @param offset bytes from the start of that file
    /// @param bytes read-only
    record External(String location, long offset, MemorySegment bytes) implements TensorContent {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof External(var place, long start, var others)
                    && location.equals(place)
                    && offset == start
                    && sameBytes(bytes, others);
        }

        @Override
        public int hashCode() {
            return Objects.hash(location, offset, bytes.byteSize());
        }
    }

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

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Strings(var others)
                    && Arrays.deepEquals(elements.toArray(), others.toArray());
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(elements.toArray());
        }
    }

    /// The elements of a sparse tensor (ONNX IR, `SparseTensorProto`): those that are stored, each
    /// with its position; all others are zero.
    ///
    /// @param values the stored elements, in the order of their positions; of the tensor's type,
    ///   read-only
    /// @param positions as many int64, little-endian: row-major positions in the dense tensor,
    ///   strictly ascending, read-only
    record Sparse(MemorySegment values, MemorySegment positions) implements TensorContent {
        /// The number of elements that are stored.
        public long stored() {
            return positions.byteSize() / Long.BYTES;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Sparse(var others, var places)
                    && sameBytes(values, others)
                    && sameBytes(positions, places);
        }

        @Override
        public int hashCode() {
            return Objects.hash(values.byteSize(), positions.byteSize());
        }
    }

    private static boolean sameBytes(MemorySegment a, MemorySegment b) {
        return a.byteSize() == b.byteSize()
                && ((a.address() == b.address() && a.isNative() && b.isNative())
                        || a.mismatch(b) == -1);
    }
}
