package dev.lathe.profiler.feed;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import java.nio.ByteOrder;

/// Turns real numbers of every type into floats.
public final class TensorCast {
    private TensorCast() {}

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
}
