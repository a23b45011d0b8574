package dev.lathe.model.onnx;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.onnx.proto.TensorProto;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// The elements of tensors that are stored in a typed field instead of raw bytes (ONNX IR,
/// `TensorProto`: which field holds which element type).
final class TypedData {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private TypedData() {}

    /// A copy of the elements as raw bytes.
    static MemorySegment bytes(TensorProto proto, DataType type) {
        return switch (type) {
            case FLOAT, COMPLEX64 -> floats(proto);
            case DOUBLE, COMPLEX128 -> doubles(proto);
            case INT64 -> longs(proto);
            case UINT64, UINT32 -> unsigned(proto, type);
            default -> ints(proto, type);
        };
    }

    private static MemorySegment floats(TensorProto proto) {
        int count = proto.getFloatDataCount();
        var bytes = allocate(count, 4);
        for (int i = 0; i < count; i++) {
            bytes.set(FLOAT, i * 4L, proto.getFloatData(i));
        }
        return bytes.asReadOnly();
    }

    private static MemorySegment doubles(TensorProto proto) {
        int count = proto.getDoubleDataCount();
        var bytes = allocate(count, 8);
        for (int i = 0; i < count; i++) {
            bytes.set(DOUBLE, i * 8L, proto.getDoubleData(i));
        }
        return bytes.asReadOnly();
    }

    private static MemorySegment longs(TensorProto proto) {
        int count = proto.getInt64DataCount();
        var bytes = allocate(count, 8);
        for (int i = 0; i < count; i++) {
            bytes.set(LONG, i * 8L, proto.getInt64Data(i));
        }
        return bytes.asReadOnly();
    }

    private static MemorySegment unsigned(TensorProto proto, DataType type) {
        int count = proto.getUint64DataCount();
        int size = type.bits() / 8;
        var bytes = allocate(count, size);
        for (int i = 0; i < count; i++) {
            if (size == 8) {
                bytes.set(LONG, i * 8L, proto.getUint64Data(i));
            } else {
                bytes.set(INT, i * 4L, (int) proto.getUint64Data(i));
            }
        }
        return bytes.asReadOnly();
    }

    /// One entry holds one element, or for types under 8 bits one byte of packed elements.
    private static MemorySegment ints(TensorProto proto, DataType type) {
        int count = proto.getInt32DataCount();
        int size = Math.max(1, type.bits() / 8);
        var bytes = allocate(count, size);
        for (int i = 0; i < count; i++) {
            int element = proto.getInt32Data(i);
            switch (size) {
                case 1 -> bytes.set(ValueLayout.JAVA_BYTE, i, (byte) element);
                case 2 -> bytes.set(SHORT, i * 2L, (short) element);
                default -> bytes.set(INT, i * 4L, element);
            }
        }
        return bytes.asReadOnly();
    }

    private static MemorySegment allocate(int count, int size) {
        return MemorySegment.ofArray(new byte[Math.multiplyExact(count, size)]);
    }
}
