package dev.lathe.export.pack;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/// Tensors of random elements, the same for the same seed on every machine: numbers from 0 to 1,
/// and 0 or 1 for whole numbers, which are valid indices nearly everywhere.
final class RandomTensors {
    private static final long MAX_BYTES = 1L << 28;
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Random random;
    private final long freeSize;
    private final Set<Dimension> batches;

    /// @param freeSize the size of free dimensions
    /// @param batches free dimensions that are 1 nevertheless
    RandomTensors(long seed, long freeSize, Set<Dimension> batches) {
        this.random = new Random(seed);
        this.freeSize = freeSize;
        this.batches = Set.copyOf(batches);
    }

    /// The next tensor for an input.
    Tensor next(Value value) throws ExportException {
        var type = value.tensorType().orElseThrow(() -> refusal(value, "it is no tensor"));
        long[] sizes =
                value.shape()
                        .map(this::sizes)
                        .orElseThrow(() -> refusal(value, "its shape is not known"));
        long elements = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
        if (!isSupported(type.element())) {
            throw refusal(value, "it is of type " + type.element().label());
        }
        long bytes = type.element().bytes(elements);
        if (bytes > MAX_BYTES) {
            throw refusal(value, "it is larger than 256 MiB");
        }
        var data = MemorySegment.ofArray(new byte[(int) bytes]);
        for (long i = 0; i < elements; i++) {
            set(data, i, type.element());
        }
        return Tensor.of(value.name(), type.element(), Arrays.stream(sizes).boxed().toList(), data);
    }

    private long[] sizes(Shape shape) {
        var sizes = new long[shape.rank()];
        for (int axis = 0; axis < sizes.length; axis++) {
            boolean isBatch = (axis == 0 && sizes.length > 1) || batches.contains(shape.get(axis));
            sizes[axis] = shape.size(axis).orElse(isBatch ? 1 : freeSize);
        }
        return sizes;
    }

    private void set(MemorySegment data, long index, DataType type) {
        switch (type) {
            case FLOAT -> data.set(FLOAT, 4 * index, random.nextFloat());
            case DOUBLE -> data.set(DOUBLE, 8 * index, random.nextDouble());
            case FLOAT16 -> data.set(SHORT, 2 * index, Float.floatToFloat16(random.nextFloat()));
            default -> {
                // Little-endian whole numbers and booleans: 0 or 1 in the first byte.
                long at = index * type.bits() / Byte.SIZE;
                data.set(ValueLayout.JAVA_BYTE, at, (byte) random.nextInt(2));
            }
        }
    }

    private static boolean isSupported(DataType type) {
        return switch (type) {
            case FLOAT, DOUBLE, FLOAT16, BOOL -> true;
            case UINT8, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64 -> true;
            default -> false;
        };
    }

    private static ExportException refusal(Value value, String reason) {
        return new ExportException(
                "Cannot make test data for the input '" + value.name() + "': " + reason);
    }
}
