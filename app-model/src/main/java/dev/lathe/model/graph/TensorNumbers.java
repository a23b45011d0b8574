package dev.lathe.model.graph;

import dev.lathe.model.graph.SmallFloat.Special;
import dev.lathe.model.graph.TensorContent.Sparse;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// The elements of a tensor as numbers, whatever their type.
///
/// Read in blocks, so that a large tensor needs no copy of itself; a sparse one is not made dense.
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

    /// Zeros between the stored elements of a sparse tensor take time, so that a small file must
    /// not ask for many of them.
    private static final long MAX_SPREAD = 4096;

    private static final long SMALL_COUNT = 1 << 24;

    private final DataType type;
    private final MemorySegment bytes;
    private final long count;
    private final double[] codes;
    private final Optional<MemorySegment> positions;

    private TensorNumbers(
            DataType type, MemorySegment bytes, long count, Optional<MemorySegment> positions) {
        this.type = type;
        this.bytes = bytes;
        this.count = count;
        this.codes = codes(type);
        this.positions = positions;
    }

    /// The elements of a tensor; empty if they are missing or are no real numbers.
    public static Optional<TensorNumbers> of(Tensor tensor) {
        if (!isReadable(tensor.type())) {
            return Optional.empty();
        }
        if (tensor.content() instanceof Sparse(var values, var positions)) {
            return sparse(tensor, values, positions);
        }
        return tensor.bytes()
                .filter(bytes -> bytes.byteSize() >= tensor.type().bytes(tensor.elements()))
                .map(bytes ->
                        new TensorNumbers(
                                tensor.type(), bytes, tensor.elements(), Optional.empty()));
    }

    private static Optional<TensorNumbers> sparse(
            Tensor tensor, MemorySegment values, MemorySegment positions) {
        long stored = positions.byteSize() / Long.BYTES;
        long count = countOf(tensor);
        boolean isReadable =
                count >= 0
                        && count <= Math.max(SMALL_COUNT, stored * MAX_SPREAD)
                        && values.byteSize() >= tensor.type().bytes(stored);
        return isReadable
                ? Optional.of(
                        new TensorNumbers(tensor.type(), values, count, Optional.of(positions)))
                : Optional.empty();
    }

    private static long countOf(Tensor tensor) {
        try {
            return tensor.elements();
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    /// The number of elements.
    public long count() {
        return count;
    }

    /// Copies a run of elements to the start of an array.
    public void read(long from, double[] into, int length) {
        if (positions.isPresent()) {
            spread(positions.get(), from, into, length);
            return;
        }
        switch (type) {
            case FLOAT -> {
                for (int i = 0; i < length; i++) {
                    into[i] = bytes.get(FLOAT, (from + i) * 4);
                }
            }
            case FLOAT16 -> {
                for (int i = 0; i < length; i++) {
                    into[i] = Float.float16ToFloat(bytes.get(SHORT, (from + i) * 2));
                }
            }
            case BFLOAT16 -> {
                for (int i = 0; i < length; i++) {
                    into[i] = Float.intBitsToFloat(bytes.get(SHORT, (from + i) * 2) << 16);
                }
            }
            default -> {
                if (type.bits() == Byte.SIZE) {
                    for (int i = 0; i < length; i++) {
                        into[i] = codes[bytes.get(ValueLayout.JAVA_BYTE, from + i) & 0xff];
                    }
                } else {
                    for (int i = 0; i < length; i++) {
                        into[i] = stored(from + i);
                    }
                }
            }
        }
    }

    /// One element.
    public double get(long i) {
        if (positions.isEmpty()) {
            return stored(i);
        }
        long at = lowerBound(positions.get(), i);
        return at < storedCount(positions.get()) && position(positions.get(), at) == i
                ? stored(at)
                : 0;
    }

    private double stored(long i) {
        return switch (type) {
            case FLOAT -> bytes.get(FLOAT, i * 4);
            case DOUBLE -> bytes.get(DOUBLE, i * 8);
            case FLOAT16 -> Float.float16ToFloat(bytes.get(SHORT, i * 2));
            case BFLOAT16 -> Float.intBitsToFloat(bytes.get(SHORT, i * 2) << 16);
            case INT16 -> bytes.get(SHORT, i * 2);
            case UINT16 -> Short.toUnsignedInt(bytes.get(SHORT, i * 2));
            case INT32 -> bytes.get(INT, i * 4);
            case UINT32 -> bytes.get(INT, i * 4) & UNSIGNED_INT;
            case INT64 -> bytes.get(LONG, i * 8);
            case UINT64 -> unsigned(bytes.get(LONG, i * 8));
            default -> codes[code(i)];
        };
    }

    /// The bits of an element of at most eight, which are packed from the lowest bit up.
    private int code(long i) {
        int width = type.bits();
        long bit = i * width;
        int shift = (int) (bit & 7);
        int low = Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, bit >> 3)) >> shift;
        if (shift + width <= Byte.SIZE) {
            return low & (1 << width) - 1;
        }
        int high = Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, (bit >> 3) + 1));
        return (low | high << (Byte.SIZE - shift)) & (1 << width) - 1;
    }

    private void spread(MemorySegment places, long from, double[] into, int length) {
        Arrays.fill(into, 0, length, 0);
        long end = storedCount(places);
        for (long at = lowerBound(places, from); at < end; at++) {
            long offset = position(places, at) - from;
            if (offset >= length) {
                return;
            }
            into[(int) offset] = stored(at);
        }
    }

    /// The first stored element that is not before a position.
    private static long lowerBound(MemorySegment places, long position) {
        long low = 0;
        long high = storedCount(places);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (position(places, middle) < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long storedCount(MemorySegment places) {
        return places.byteSize() / Long.BYTES;
    }

    private static long position(MemorySegment places, long at) {
        return places.get(LONG, at * Long.BYTES);
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : bits + TWO_TO_64;
    }

    /// What the bits of a type of at most eight stand for.
    private static double[] codes(DataType type) {
        return switch (type) {
            case INT8, INT4, INT2 -> signed(type.bits());
            case UINT8, BOOL, UINT4, UINT2 -> unsigned(type.bits());
            case FLOAT8E4M3FN -> new SmallFloat(4, 3, 7, Special.ALL_ONES).values();
            case FLOAT8E4M3FNUZ -> new SmallFloat(4, 3, 8, Special.NEGATIVE_ZERO).values();
            case FLOAT8E5M2 -> new SmallFloat(5, 2, 15, Special.IEEE).values();
            case FLOAT8E5M2FNUZ -> new SmallFloat(5, 2, 16, Special.NEGATIVE_ZERO).values();
            case FLOAT8E8M0 -> SmallFloat.powers();
            case FLOAT6E2M3 -> new SmallFloat(2, 3, 1, Special.NONE).values();
            case FLOAT6E3M2 -> new SmallFloat(3, 2, 3, Special.NONE).values();
            case FLOAT4E2M1 -> new SmallFloat(2, 1, 1, Special.NONE).values();
            default -> new double[0];
        };
    }

    private static double[] unsigned(int bits) {
        var values = new double[1 << bits];
        Arrays.setAll(values, code -> code);
        return values;
    }

    private static double[] signed(int bits) {
        var values = new double[1 << bits];
        int half = values.length / 2;
        Arrays.setAll(values, code -> code < half ? code : code - values.length);
        return values;
    }

    private static boolean isReadable(DataType type) {
        return switch (type) {
            case UNDEFINED, STRING, COMPLEX64, COMPLEX128 -> false;
            default -> true;
        };
    }
}
