package dev.lathe.model.quantize;

import dev.lathe.model.graph.DataType;

/// The integer types that values are quantized to.
public enum IntegerType {
    S8("s8", DataType.INT8, -128, 127),
    U8("u8", DataType.UINT8, 0, 255);

    private final String word;
    private final DataType dataType;
    private final int min;
    private final int max;

    IntegerType(String word, DataType dataType, int min, int max) {
        this.word = word;
        this.dataType = dataType;
        this.min = min;
        this.max = max;
    }

    /// The word for it on the command line and in recipes.
    public String word() {
        return word;
    }

    /// The element type of quantized tensors.
    public DataType dataType() {
        return dataType;
    }

    /// The smallest integer.
    public int min() {
        return min;
    }

    /// The largest integer.
    public int max() {
        return max;
    }

    /// The integer that stands for zero in symmetric quantization.
    public int middle() {
        return min + 128;
    }
}
