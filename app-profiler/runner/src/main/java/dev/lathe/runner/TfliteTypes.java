package dev.lathe.runner;

import org.bytedeco.tensorflowlite.global.tensorflowlite;

/// The element types of TensorFlow Lite (`TfLiteType`) as codes of ONNX.
final class TfliteTypes {
    /// The code of strings.
    static final int STRING = 8;

    private TfliteTypes() {}

    /// The code of ONNX; 0 for what is no tensor of elements.
    static int code(int type) {
        return switch (type) {
            case tensorflowlite.kTfLiteFloat32 -> 1;
            case tensorflowlite.kTfLiteUInt8 -> 2;
            case tensorflowlite.kTfLiteInt8 -> 3;
            case tensorflowlite.kTfLiteUInt16 -> 4;
            case tensorflowlite.kTfLiteInt16 -> 5;
            case tensorflowlite.kTfLiteInt32 -> 6;
            case tensorflowlite.kTfLiteInt64 -> 7;
            case tensorflowlite.kTfLiteString -> STRING;
            case tensorflowlite.kTfLiteBool -> 9;
            case tensorflowlite.kTfLiteFloat16 -> 10;
            case tensorflowlite.kTfLiteFloat64 -> 11;
            case tensorflowlite.kTfLiteUInt32 -> 12;
            case tensorflowlite.kTfLiteUInt64 -> 13;
            case tensorflowlite.kTfLiteComplex64 -> 14;
            case tensorflowlite.kTfLiteComplex128 -> 15;
            case tensorflowlite.kTfLiteBFloat16 -> 16;
            case tensorflowlite.kTfLiteInt4 -> 22;
            default -> 0;
        };
    }
}
