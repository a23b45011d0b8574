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

    private static final int SIX_BITS = 6;

    private TypedData() {}

    /// How many raw bytes the elements take.
    static long byteSize(TensorProto proto, DataType type) {
        return switch (type) {
            case FLOAT, COMPLEX64 -> 4L * proto.getFloatDataCount();
            case DOUBLE, COMPLEX128 -> 8L * proto.getDoubleDataCount();
            case INT64 -> 8L * proto.getInt64DataCount();
            case UINT64, UINT32 -> type.bytes(proto.getUint64DataCount());
            case FLOAT6E2M3, FLOAT6E3M2 -> type.bytes(proto.getInt32DataCount());
            default -> (long) Math.max(1, type.bits() / 8) * proto.getInt32DataCount();
        };
    }

    /// A copy of the elements as raw bytes.
    static MemorySegment bytes(TensorProto proto, DataType type) {
        var bytes = MemorySegment.ofArray(new byte[Math.toIntExact(byteSize(proto, type))]);
        switch (type) {
            case FLOAT, COMPLEX64 -> floats(proto, bytes);
            case DOUBLE, COMPLEX128 -> doubles(proto, bytes);
            case INT64 -> longs(proto, bytes);
            case UINT64, UINT32 -> unsigned(proto, type, bytes);
            case FLOAT6E2M3, FLOAT6E3M2 -> sixBits(proto, bytes);
            default -> ints(proto, type, bytes);
        }
        return bytes.asReadOnly();
    }

    private static void floats(TensorProto proto, MemorySegment bytes) {
        for (int i = 0; i < proto.getFloatDataCount(); i++) {
            bytes.set(FLOAT, i * 4L, proto.getFloatData(i));
        }
    }

    private static void doubles(TensorProto proto, MemorySegment bytes) {
        for (int i = 0; i < proto.getDoubleDataCount(); i++) {
            bytes.set(DOUBLE, i * 8L, proto.getDoubleData(i));
        }
    }

    private static void longs(TensorProto proto, MemorySegment bytes) {
        for (int i = 0; i < proto.getInt64DataCount(); i++) {
            bytes.set(LONG, i * 8L, proto.getInt64Data(i));
        }
    }

    private static void unsigned(TensorProto proto, DataType type, MemorySegment bytes) {
        for (int i = 0; i < proto.getUint64DataCount(); i++) {
            if (type == DataType.UINT64) {
                bytes.set(LONG, i * 8L, proto.getUint64Data(i));
            } else {
                bytes.set(INT, i * 4L, (int) proto.getUint64Data(i));
            }
        }
    }

    /// One entry holds one element, or for types of 4 and 2 bits one byte of packed elements.
    private static void ints(TensorProto proto, DataType type, MemorySegment bytes) {
        int size = Math.max(1, type.bits() / 8);
        for (int i = 0; i < proto.getInt32DataCount(); i++) {
            int element = proto.getInt32Data(i);
            switch (size) {
                case 1 -> bytes.set(ValueLayout.JAVA_BYTE, i, (byte) element);
                case 2 -> bytes.set(SHORT, i * 2L, (short) element);
                default -> bytes.set(INT, i * 4L, element);
            }
        }
    }

    /// One entry holds one element; raw bytes hold four in three, as one stream of bits from the
    /// lowest bit up.
    private static void sixBits(TensorProto proto, MemorySegment bytes) {
        for (int i = 0; i < proto.getInt32DataCount(); i++) {
            long bit = (long) i * SIX_BITS;
            int shifted = (proto.getInt32Data(i) & 0x3f) << (int) (bit % 8);
            or(bytes, bit / 8, shifted & 0xff);
            if (shifted > 0xff) {
                or(bytes, bit / 8 + 1, shifted >> 8);
            }
        }
    }

    private static void or(MemorySegment bytes, long at, int bits) {
        int old = bytes.get(ValueLayout.JAVA_BYTE, at);
        bytes.set(ValueLayout.JAVA_BYTE, at, (byte) (old | bits));
    }
}
