package dev.lathe.profiler.feed;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Turns numbers of one type into numbers of another.
public final class TensorCast {
    private TensorCast() {}

    static boolean canMake(DataType type) {
        return switch (type) {
            case FLOAT, DOUBLE, FLOAT16, UINT8, INT8, INT32, INT64 -> true;
            default -> false;
        };
    }

    /// Whether {@link #toFloats} can read a type.
    public static boolean isReal(DataType type) {
        return type == DataType.FLOAT || type == DataType.DOUBLE || type == DataType.FLOAT16;
    }

    /// The elements of a tensor of real numbers.
    public static float[] toFloats(Tensor tensor) {
        if (tensor.type() == DataType.FLOAT) {
            return tensor.toFloats();
        }
        var bytes =
                tensor.bytes()
                        .orElseThrow(() -> new IllegalStateException("the tensor has no elements"))
                        .asByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN);
        var result = new float[Math.toIntExact(tensor.elements())];
        for (int i = 0; i < result.length; i++) {
            result[i] =
                    tensor.type() == DataType.DOUBLE
                            ? (float) bytes.getDouble(8 * i)
                            : Float.float16ToFloat(bytes.getShort(2 * i));
        }
        return result;
    }

    /// Puts float samples one behind the other; the last one again until all slots are full.
    static Tensor stack(
            String name, DataType type, List<Long> sizes, List<Tensor> samples, int slots) {
        int elements = Math.toIntExact(samples.getFirst().elements());
        int width = type.bits() / 8;
        var out =
                ByteBuffer.allocate(Math.multiplyExact(slots, elements * width))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int slot = 0; slot < slots; slot++) {
            var sample = samples.get(Math.min(slot, samples.size() - 1));
            if (type == DataType.FLOAT) {
                out.put(sample.bytes().orElseThrow().asByteBuffer());
            } else {
                put(out, type, sample.toFloats());
            }
        }
        return Tensor.of(name, type, sizes, MemorySegment.ofArray(out.array()));
    }

    private static void put(ByteBuffer out, DataType type, float[] values) {
        for (float value : values) {
            switch (type) {
                case DOUBLE -> out.putDouble(value);
                case FLOAT16 -> out.putShort(Float.floatToFloat16(value));
                case UINT8 -> out.put((byte) Math.clamp(Math.round(value), 0, 255));
                case INT8 -> out.put((byte) Math.clamp(Math.round(value), -128, 127));
                case INT32 -> out.putInt(Math.round(value));
                default -> out.putLong(Math.round((double) value));
            }
        }
    }
}
