package dev.lathe.model.run;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.random.RandomGenerator;

/// Elements to fill made-up inputs with.
///
/// @param low the least float
/// @param high all floats are below; equal to `low` if there is one only
/// @param least the least integer; bytes are over their whole range unless there is one float only
/// @param most the greatest integer
/// @param truth how likely a truth value is true, from 0 to 1
public record Filling(double low, double high, long least, long most, double truth) {

    /// Floats in [0, 1), bytes over their range, one integer that is valid wherever the model reads
    /// it, truth values true.
    public static Filling plausible(long integer) {
        return new Filling(0, 1, integer, integer, 1);
    }

    /// Whether there are elements of a type.
    public static boolean canMake(DataType type) {
        return switch (type) {
            case FLOAT,
                    DOUBLE,
                    COMPLEX64,
                    COMPLEX128,
                    FLOAT16,
                    BFLOAT16,
                    INT8,
                    UINT8,
                    INT16,
                    UINT16,
                    INT32,
                    UINT32,
                    INT64,
                    UINT64,
                    BOOL ->
                    true;
            default -> false;
        };
    }

    /// A tensor filled with elements of a type that can be made.
    ///
    /// @param sizes whose elements take less than 2 GiB
    public Tensor tensor(String name, DataType type, List<Long> sizes, RandomGenerator random) {
        long elements = sizes.stream().reduce(1L, Math::multiplyExact);
        var out =
                ByteBuffer.allocate(Math.toIntExact(type.bytes(elements)))
                        .order(ByteOrder.LITTLE_ENDIAN);
        while (out.hasRemaining()) {
            put(type, out, random);
        }
        return Tensor.of(name, type, sizes, MemorySegment.ofArray(out.array()));
    }

    private void put(DataType type, ByteBuffer out, RandomGenerator random) {
        switch (type) {
            case FLOAT, COMPLEX64 -> out.putFloat((float) number(random));
            case DOUBLE, COMPLEX128 -> out.putDouble(number(random));
            case FLOAT16 -> out.putShort(Float.floatToFloat16((float) number(random)));
            case BFLOAT16 ->
                    out.putShort((short) (Float.floatToIntBits((float) number(random)) >>> 16));
            case INT16, UINT16 -> out.putShort((short) integer(random));
            case INT32, UINT32 -> out.putInt((int) integer(random));
            case INT64, UINT64 -> out.putLong(integer(random));
            case BOOL -> out.put((byte) (random.nextDouble() < truth ? 1 : 0));
            case INT8, UINT8 -> out.put((byte) (isOneByte() ? least : random.nextInt(256)));
            default -> throw new IllegalArgumentException("no elements of type " + type.label());
        }
    }

    private boolean isOneByte() {
        return low == high;
    }

    private double number(RandomGenerator random) {
        return low == high ? low : low + random.nextDouble() * (high - low);
    }

    private long integer(RandomGenerator random) {
        return least == most ? least : random.nextLong(least, most + 1);
    }
}
