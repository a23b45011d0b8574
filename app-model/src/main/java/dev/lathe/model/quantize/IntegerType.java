package dev.lathe.model.quantize;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lathe.model.graph.DataType;

/// The integer types that values are quantized to.
public enum IntegerType {
    @JsonProperty("s8")
    S8(DataType.INT8, -128, 127),
    @JsonProperty("u8")
    U8(DataType.UINT8, 0, 255);

    private final DataType dataType;
    private final int min;
    private final int max;

    IntegerType(DataType dataType, int min, int max) {
        this.dataType = dataType;
        this.min = min;
        this.max = max;
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
}
