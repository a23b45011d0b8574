package dev.lathe.model.flatbuffer;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Sparse;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Puts the stored elements of a sparse tensor into the order of their positions.
public final class SparseElements {
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// The most bits that a position and the place of its element take together.
    private static final int KEY_BITS = 62;

    private SparseElements() {}

    /// The content of a sparse tensor; values that are in order already stay where they are.
    ///
    /// @param values as many as positions, of a type of whole bytes
    /// @param positions row-major in the dense tensor, in the order of the values
    /// @param elements of the dense tensor
    public static TensorContent of(
            DataType type, MemorySegment values, long[] positions, long elements) {
        int size = type.bits() / 8;
        if (type.bits() % 8 != 0
                || size == 0
                || values.byteSize() != positions.length * (long) size) {
            return missing(values, "its elements do not fit its positions");
        }
        if (isAscending(positions, elements)) {
            return new Sparse(values.asReadOnly(), segment(positions));
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(positions.length);
        if (Long.SIZE - Long.numberOfLeadingZeros(elements) + bits > KEY_BITS) {
            return missing(values, "it is too large");
        }
        var keys = new long[positions.length];
        for (int i = 0; i < keys.length; i++) {
            if (positions[i] < 0 || positions[i] >= elements) {
                return missing(values, "a position in it is outside of its shape");
            }
            keys[i] = positions[i] << bits | i;
        }
        Arrays.sort(keys);
        var sorted = MemorySegment.ofArray(new byte[Math.toIntExact(values.byteSize())]);
        var ordered = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            ordered[i] = keys[i] >>> bits;
            long from = (keys[i] & ((1L << bits) - 1)) * size;
            MemorySegment.copy(values, from, sorted, (long) i * size, size);
        }
        return isAscending(ordered, elements)
                ? new Sparse(sorted.asReadOnly(), segment(ordered))
                : missing(values, "two of its elements have one position");
    }

    private static TensorContent missing(MemorySegment values, String reason) {
        return new Missing("", 0, values.byteSize(), reason);
    }

    private static boolean isAscending(long[] positions, long elements) {
        long last = -1;
        for (long position : positions) {
            if (position <= last || position >= elements) {
                return false;
            }
            last = position;
        }
        return true;
    }

    private static MemorySegment segment(long[] positions) {
        var bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(positions.length, 8)]);
        for (int i = 0; i < positions.length; i++) {
            bytes.set(LONG, i * 8L, positions[i]);
        }
        return bytes.asReadOnly();
    }
}
