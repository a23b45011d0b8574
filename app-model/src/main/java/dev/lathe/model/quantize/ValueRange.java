package dev.lathe.model.quantize;

/// The smallest and the largest element that a value took on the calibration data.
public record ValueRange(float min, float max) {

    /// The range that holds both this and the other.
    public ValueRange union(ValueRange other) {
        return new ValueRange(Math.min(min, other.min), Math.max(max, other.max));
    }
}
