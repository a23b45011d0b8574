package dev.lathe.model.tflite;

import java.util.List;
import java.util.Map;

/// The names of the enumerated options by number (LiteRT `schema.fbs`).
final class EnumNames {
    private static final Map<String, List<String>> NAMES =
            Map.ofEntries(
                    names(
                            "TensorType",
                            "FLOAT32 FLOAT16 INT32 UINT8 INT64 STRING BOOL INT16 COMPLEX64 INT8"
                                    + " FLOAT64 COMPLEX128 UINT64 RESOURCE VARIANT UINT32 UINT16"
                                    + " INT4 BFLOAT16 INT2 UINT4 FLOAT8_E4M3FN FLOAT8_E5M2"),
                    names("Padding", "SAME VALID"),
                    names("ActivationFunctionType", "NONE RELU RELU_N1_TO_1 RELU6 TANH SIGN_BIT"),
                    names("LSHProjectionType", "UNKNOWN SPARSE DENSE"),
                    names("WeightsFormat", "DEFAULT SHUFFLED4x16INT8"),
                    names("LSTMKernelType", "FULL BASIC"),
                    names("CombinerType", "SUM MEAN SQRTN"),
                    names("MirrorPadMode", "REFLECT SYMMETRIC"),
                    names("ReduceWindowFunction", "UNSUPPORTED ADD MUL MINIMUM MAXIMUM ALL ANY"),
                    names("CustomOptionsFormat", "FLEXBUFFERS"),
                    names("RngAlgorithm", "DEFAULT PHILOX THREEFRY"),
                    names("PrecisionConfig", "DEFAULT HIGH HIGHEST"),
                    names("ComparisonDirection", "EQ NE GE GT LE LT"),
                    names("ComparisonType", "NOTYPE FLOAT FLOAT_TOTAL_ORDER SIGNED UNSIGNED"));

    private EnumNames() {}

    /// The name of a number; the number itself if it has none here.
    static String of(String enumeration, long number) {
        var names = NAMES.getOrDefault(enumeration, List.of());
        return number >= 0 && number < names.size()
                ? names.get((int) number)
                : Long.toString(number);
    }

    static boolean has(String enumeration) {
        return NAMES.containsKey(enumeration);
    }

    private static Map.Entry<String, List<String>> names(String enumeration, String names) {
        return Map.entry(enumeration, List.of(names.split(" ")));
    }
}
