package dev.lathe.model.simplify;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The elements of constants.
final class ConstantValues {
    private static final int SMALL = 4096;
    private static final long BLOCK = 1 << 16;
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private ConstantValues() {}

    /// The elements of a small int64 or int32 tensor.
    static Optional<List<Long>> integers(Tensor tensor) {
        if ((tensor.type() != DataType.INT64 && tensor.type() != DataType.INT32)
                || tensor.elements() > SMALL) {
            return Optional.empty();
        }
        return TensorNumbers.of(tensor)
                .map(numbers -> {
                    var bytes = tensor.bytes().orElseThrow();
                    var elements = new ArrayList<Long>();
                    for (long i = 0; i < numbers.count(); i++) {
                        elements.add(
                                tensor.type() == DataType.INT64
                                        ? bytes.get(LONG, 8 * i)
                                        : (long) bytes.get(INT, 4 * i));
                    }
                    return elements;
                });
    }

    /// Whether a tensor has elements and all are one number.
    static boolean isAll(Tensor tensor, double number) {
        var numbers = TensorNumbers.of(tensor);
        if (numbers.isEmpty() || numbers.get().count() == 0) {
            return false;
        }
        for (long i = 0; i < numbers.get().count(); i++) {
            if (numbers.get().get(i) != number) {
                return false;
            }
        }
        return true;
    }

    /// A tensor of an integer type or truth values; empty for other types.
    static Optional<Tensor> tensor(DataType type, List<Long> sizes, List<Long> elements) {
        int bytes = type.bits() / 8;
        var segment = MemorySegment.ofArray(new byte[elements.size() * Math.max(bytes, 1)]);
        for (int i = 0; i < elements.size(); i++) {
            switch (type) {
                case INT64, UINT64 -> segment.set(LONG, 8L * i, elements.get(i));
                case INT32, UINT32 -> segment.set(INT, 4L * i, elements.get(i).intValue());
                case INT8, UINT8, BOOL ->
                        segment.set(ValueLayout.JAVA_BYTE, i, elements.get(i).byteValue());
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(Tensor.of("", type, sizes, segment));
    }

    /// A number that equal contents share; made from the ends of large ones.
    static long hash(MemorySegment bytes) {
        long size = bytes.byteSize();
        long hash = size;
        for (long i = 0; i < Math.min(size, BLOCK); i++) {
            hash = hash * 31 + bytes.get(ValueLayout.JAVA_BYTE, i);
        }
        for (long i = Math.max(size - BLOCK, BLOCK); i < size; i++) {
            hash = hash * 31 + bytes.get(ValueLayout.JAVA_BYTE, i);
        }
        return hash;
    }
}
