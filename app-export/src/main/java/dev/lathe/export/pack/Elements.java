package dev.lathe.export.pack;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// The elements of a tensor as doubles; 64-bit whole numbers beyond 2⁵³ are rounded.
final class Elements {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final MemorySegment bytes;
    private final DataType type;

    private Elements(MemorySegment bytes, DataType type) {
        this.bytes = bytes;
        this.type = type;
    }

    /// @throws IllegalArgumentException if the tensor holds no numbers at hand
    static Elements of(Tensor tensor) {
        return new Elements(
                tensor.bytes().orElseThrow(() -> new IllegalArgumentException(tensor.name())),
                tensor.type());
    }

    /// The largest magnitude that is finite; 0 for a tensor without elements.
    static double largest(Tensor tensor) {
        var elements = of(tensor);
        double largest = 0;
        for (long i = 0; i < tensor.elements(); i++) {
            double magnitude = Math.abs(elements.get(i));
            largest = Double.isFinite(magnitude) ? Math.max(largest, magnitude) : largest;
        }
        return largest;
    }

    double get(long index) {
        long at = index * type.bits() / Byte.SIZE;
        return switch (type) {
            case BOOL, UINT8 -> Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at));
            case INT8 -> bytes.get(ValueLayout.JAVA_BYTE, at);
            case UINT16 -> Short.toUnsignedInt(shortAt(at));
            case INT16 -> shortAt(at);
            case FLOAT16 -> Float.float16ToFloat(shortAt(at));
            case UINT32 -> Integer.toUnsignedLong(intAt(at));
            case INT32 -> intAt(at);
            case FLOAT -> Float.intBitsToFloat(intAt(at));
            case INT64, UINT64 -> longAt(at);
            case DOUBLE -> Double.longBitsToDouble(longAt(at));
            default -> throw new IllegalArgumentException(type.label());
        };
    }

    private short shortAt(long at) {
        return bytes.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ORDER), at);
    }

    private int intAt(long at) {
        return bytes.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ORDER), at);
    }

    private long longAt(long at) {
        return bytes.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ORDER), at);
    }
}
