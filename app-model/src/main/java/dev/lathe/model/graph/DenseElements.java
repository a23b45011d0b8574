package dev.lathe.model.graph;

import dev.lathe.model.graph.TensorContent.Sparse;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/// Spreads the stored elements of a sparse tensor out over a dense one.
final class DenseElements {
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// A tensor of which less than one byte in so many is stored is not made dense, so that a small
    /// file cannot ask for much memory; small tensors always are.
    private static final long MAX_GROWTH = 64;

    private static final long SMALL_BYTES = 256 << 10;

    private DenseElements() {}

    /// The dense elements; empty if they would take too much memory or the type is under 8 bits.
    static Optional<MemorySegment> of(Tensor tensor, Sparse sparse) {
        int size = tensor.type().bits() / Byte.SIZE;
        long needed = bytes(tensor);
        if (size == 0 || needed < 0 || needed > limit(sparse)) {
            return Optional.empty();
        }
        var dense = MemorySegment.ofArray(new byte[(int) needed]);
        for (long i = 0; i < sparse.stored(); i++) {
            long position = sparse.positions().get(LONG, i * Long.BYTES);
            MemorySegment.copy(sparse.values(), i * size, dense, position * size, size);
        }
        return Optional.of(dense.asReadOnly());
    }

    private static long limit(Sparse sparse) {
        long stored = sparse.values().byteSize() + sparse.positions().byteSize();
        return Math.min(Integer.MAX_VALUE - 8, Math.max(SMALL_BYTES, stored * MAX_GROWTH));
    }

    private static long bytes(Tensor tensor) {
        try {
            return tensor.type().bytes(tensor.elements());
        } catch (ArithmeticException e) {
            return -1;
        }
    }
}
