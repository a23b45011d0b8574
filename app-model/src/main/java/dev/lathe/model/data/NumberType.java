package dev.lathe.model.data;

import dev.lathe.model.graph.DataType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/// The element types of arrays in data files, under the codes that NumPy gives them.
enum NumberType {
    BOOL("b1", 1, DataType.BOOL),
    UINT8("u1", 1, DataType.UINT8),
    INT8("i1", 1, DataType.INT8),
    UINT16("u2", 2, DataType.UINT16),
    INT16("i2", 2, DataType.INT16),
    UINT32("u4", 4, DataType.UINT32),
    INT32("i4", 4, DataType.INT32),
    INT64("i8", 8, DataType.INT64),
    UINT64("u8", 8, DataType.UINT64),
    FLOAT16("f2", 2, DataType.FLOAT16),
    FLOAT32("f4", 4, DataType.FLOAT),
    FLOAT64("f8", 8, DataType.DOUBLE);

    private final String code;
    private final int bytes;
    private final DataType dataType;

    NumberType(String code, int bytes, DataType dataType) {
        this.code = code;
        this.bytes = bytes;
        this.dataType = dataType;
    }

    static Optional<NumberType> ofCode(String code) {
        for (NumberType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String code() {
        return code;
    }

    DataType dataType() {
        return dataType;
    }

    int bytes() {
        return bytes;
    }

    boolean isWhole() {
        return switch (this) {
            case BOOL, FLOAT16, FLOAT32, FLOAT64 -> false;
            case UINT8, INT8, UINT16, INT16, UINT32, INT32, INT64, UINT64 -> true;
        };
    }

    double get(MemorySegment data, long index, ByteOrder order) {
        long at = index * bytes;
        return switch (this) {
            case BOOL -> data.get(ValueLayout.JAVA_BYTE, at) == 0 ? 0 : 1;
            case UINT8 -> Byte.toUnsignedInt(data.get(ValueLayout.JAVA_BYTE, at));
            case INT8 -> data.get(ValueLayout.JAVA_BYTE, at);
            case UINT16 -> Short.toUnsignedInt(shortAt(data, at, order));
            case INT16 -> shortAt(data, at, order);
            case UINT32 ->
                    Integer.toUnsignedLong(
                            data.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at));
            case INT32 -> data.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at);
            case INT64, UINT64 -> data.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at);
            case FLOAT16 -> Float.float16ToFloat(shortAt(data, at, order));
            case FLOAT32 -> data.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), at);
            case FLOAT64 -> data.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), at);
        };
    }

    private static short shortAt(MemorySegment data, long at, ByteOrder order) {
        return data.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at);
    }
}
