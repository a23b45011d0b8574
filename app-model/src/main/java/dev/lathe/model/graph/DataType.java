package dev.lathe.model.graph;

import java.util.Optional;

/// The element types of tensors, with the codes of ONNX (`TensorProto.DataType`).
public enum DataType {
    /// A type that this version does not know; the file's own words are in the extras.
    UNDEFINED(0, "undefined", 0),
    FLOAT(1, "float32", 32),
    UINT8(2, "uint8", 8),
    INT8(3, "int8", 8),
    UINT16(4, "uint16", 16),
    INT16(5, "int16", 16),
    INT32(6, "int32", 32),
    INT64(7, "int64", 64),
    STRING(8, "string", 0),
    BOOL(9, "bool", 8),
    FLOAT16(10, "float16", 16),
    DOUBLE(11, "float64", 64),
    UINT32(12, "uint32", 32),
    UINT64(13, "uint64", 64),
    COMPLEX64(14, "complex64", 64),
    COMPLEX128(15, "complex128", 128),
    BFLOAT16(16, "bfloat16", 16),
    FLOAT8E4M3FN(17, "float8e4m3fn", 8),
    FLOAT8E4M3FNUZ(18, "float8e4m3fnuz", 8),
    FLOAT8E5M2(19, "float8e5m2", 8),
    FLOAT8E5M2FNUZ(20, "float8e5m2fnuz", 8),
    UINT4(21, "uint4", 4),
    INT4(22, "int4", 4),
    FLOAT4E2M1(23, "float4e2m1", 4),
    FLOAT8E8M0(24, "float8e8m0", 8),
    UINT2(25, "uint2", 2),
    INT2(26, "int2", 2),
    FLOAT6E2M3(27, "float6e2m3", 6),
    FLOAT6E3M2(28, "float6e3m2", 6);

    private static final DataType[] BY_CODE = new DataType[29];

    static {
        for (DataType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final String label;
    private final int bits;

    DataType(int code, String label, int bits) {
        this.code = code;
        this.label = label;
        this.bits = bits;
    }

    /// The type with the given ONNX code, if there is one.
    public static Optional<DataType> ofCode(int code) {
        return code > 0 && code < BY_CODE.length ? Optional.of(BY_CODE[code]) : Optional.empty();
    }

    /// The ONNX code.
    public int code() {
        return code;
    }

    /// The name as people write it: `float32`, `int8`.
    public String label() {
        return label;
    }

    /// Bits of one element; 0 for strings and undefined types.
    public int bits() {
        return bits;
    }

    /// Bytes of so many elements, sub-byte types packed.
    ///
    /// @throws ArithmeticException if the count of bytes does not fit a long
    public long bytes(long elements) {
        return Math.ceilDiv(Math.multiplyExact(elements, bits), 8);
    }
}
