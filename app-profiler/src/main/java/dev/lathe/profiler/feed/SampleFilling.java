package dev.lathe.profiler.feed;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// How the elements of a sample, which are floats, become those of an input.
///
/// @param type of the input
/// @param integers what its integers stand for, if it says so
record SampleFilling(DataType type, Optional<AffineIntegers> integers, Arrangement arrangement) {

    /// That of an input, with the dimensions as the sample has them.
    static SampleFilling of(Value input, DataType type) {
        return new SampleFilling(type, AffineIntegers.of(input), Arrangement.AS_IS);
    }

    static boolean canMake(DataType type) {
        return switch (type) {
            case FLOAT, DOUBLE, FLOAT16, UINT8, INT8, UINT16, INT16, INT32, INT64 -> true;
            default -> false;
        };
    }

    /// The same with the dimensions in another order.
    SampleFilling with(Arrangement other) {
        return new SampleFilling(type, integers, other);
    }

    /// Puts samples one behind the other; the last one again until all slots are full.
    Tensor stack(String name, List<Long> sizes, List<Tensor> samples, int slots) {
        int elements = Math.toIntExact(samples.getFirst().elements());
        int width = type.bits() / 8;
        var out =
                ByteBuffer.allocate(Math.multiplyExact(slots, elements * width))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int slot = 0; slot < slots; slot++) {
            var sample = samples.get(Math.min(slot, samples.size() - 1));
            if (type == DataType.FLOAT && arrangement == Arrangement.AS_IS) {
                out.put(sample.bytes().orElseThrow().asByteBuffer());
            } else {
                put(out, arrangement.elements(sample.toFloats(), sample.sizes()));
            }
        }
        return Tensor.of(name, type, sizes, MemorySegment.ofArray(out.array()));
    }

    private void put(ByteBuffer out, float[] values) {
        for (float value : values) {
            switch (type) {
                case FLOAT -> out.putFloat(value);
                case DOUBLE -> out.putDouble(value);
                case FLOAT16 -> out.putShort(Float.floatToFloat16(value));
                case UINT8 -> out.put((byte) integer(value, 0, 255));
                case INT8 -> out.put((byte) integer(value, -128, 127));
                case UINT16 -> out.putShort((short) integer(value, 0, 65_535));
                case INT16 -> out.putShort((short) integer(value, -32_768, 32_767));
                case INT32 ->
                        out.putInt((int) integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
                default -> out.putLong(integer(value, Long.MIN_VALUE, Long.MAX_VALUE));
            }
        }
    }

    private long integer(float value, long least, long most) {
        double integer =
                integers.isPresent() ? integers.get().integer(value) : Math.round((double) value);
        return Math.clamp((long) integer, least, most);
    }
}
