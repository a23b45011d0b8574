package dev.lathe.model.tflite;

import dev.lathe.model.graph.DataType;
import java.util.Locale;

/// The element types of tensors by number (LiteRT `schema.fbs`, enum `TensorType`).
final class ElementTypes {
    private static final DataType[] TYPES = {
        DataType.FLOAT,
        DataType.FLOAT16,
        DataType.INT32,
        DataType.UINT8,
        DataType.INT64,
        DataType.STRING,
        DataType.BOOL,
        DataType.INT16,
        DataType.COMPLEX64,
        DataType.INT8,
        DataType.DOUBLE,
        DataType.COMPLEX128,
        DataType.UINT64,
        DataType.UNDEFINED, // resource
        DataType.UNDEFINED, // variant
        DataType.UINT32,
        DataType.UINT16,
        DataType.INT4,
        DataType.BFLOAT16,
        DataType.INT2,
        DataType.UINT4,
        DataType.FLOAT8E4M3FN,
        DataType.FLOAT8E5M2
    };

    private ElementTypes() {}

    /// The type with a number; undefined for handles (resources, variants) and for numbers that are
    /// not known here.
    static DataType of(int number) {
        return number >= 0 && number < TYPES.length ? TYPES[number] : DataType.UNDEFINED;
    }

    /// The name of a type that is no element type here.
    static String opaqueName(int number) {
        return EnumNames.of("TensorType", number).toLowerCase(Locale.ROOT);
    }
}
