package dev.lathe.model.graph;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/// The elements of a tensor as numbers, whatever their type.
///
/// Read in blocks, so that a large tensor needs no copy of itself.
public final class TensorNumbers {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long UNSIGNED_INT = 0xffff_ffffL;
    private static final double TWO_TO_64 = 0x1p64;

    private final DataType type;
    private final MemorySegment bytes;
    private final long count;

    private TensorNumbers(DataType type, MemorySegment bytes, long count) {
        this.type = type;
        this.bytes = bytes;
        this.count = count;
    }

    /// The elements of a tensor; empty if they are missing or are no real numbers of a type that
    /// can be read.
    public static Optional<TensorNumbers> of(Tensor tensor) {
        return tensor.bytes()
                .filter(_ -> isReadable(tensor.type()))
                .filter(bytes -> bytes.byteSize() >= tensor.type().bytes(tensor.elements()))
                .map(bytes -> new TensorNumbers(tensor.type(), bytes, tensor.elements()));
    }

    /// The number of elements.
    public long count() {
        return count;
    }

    /// Copies a run of elements to the start of an array.
    public void read(long from, double[] into, int length) {
        if (type == DataType.FLOAT) {
            for (int i = 0; i < length; i++) {
                into[i] = bytes.get(FLOAT, (from + i) * 4);
            }
            return;
        }
        for (int i = 0; i < length; i++) {
            into[i] = get(from + i);
        }
    }

    /// One element.
    public double get(long i) {
        return switch (type) {
            case FLOAT -> bytes.get(FLOAT, i * 4);
            case DOUBLE -> bytes.get(DOUBLE, i * 8);
            case FLOAT16 -> Float.float16ToFloat(bytes.get(SHORT, i * 2));
            case BFLOAT16 -> Float.intBitsToFloat(bytes.get(SHORT, i * 2) << 16);
            case INT8 -> bytes.get(ValueLayout.JAVA_BYTE, i);
            case UINT8, BOOL -> Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, i));
            case INT16 -> bytes.get(SHORT, i * 2);
            case UINT16 -> Short.toUnsignedInt(bytes.get(SHORT, i * 2));
            case INT32 -> bytes.get(INT, i * 4);
            case UINT32 -> bytes.get(INT, i * 4) & UNSIGNED_INT;
            case INT64 -> bytes.get(LONG, i * 8);
            case UINT64 -> unsigned(bytes.get(LONG, i * 8));
            case INT4 -> (byte) (nibble(i) << 4) >> 4;
            case UINT4 -> nibble(i);
            default -> throw new IllegalStateException("no number: " + type.label());
        };
    }

    private int nibble(long i) {
        int both = bytes.get(ValueLayout.JAVA_BYTE, i >> 1);
        return (i & 1) == 0 ? both & 0xf : both >> 4 & 0xf;
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : bits + TWO_TO_64;
    }

    private static boolean isReadable(DataType type) {
        return switch (type) {
            case FLOAT,
                    DOUBLE,
                    FLOAT16,
                    BFLOAT16,
                    INT8,
                    UINT8,
                    BOOL,
                    INT16,
                    UINT16,
                    INT32,
                    UINT32,
                    INT64,
                    UINT64,
                    INT4,
                    UINT4 ->
                    true;
            default -> false;
        };
    }
}
