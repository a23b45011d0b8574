package dev.lathe.model.graph;

import java.util.List;

/// How the integers of a value stand for real numbers: `real = scale × (integer − zero point)`
/// (Jacob et al., "Quantization and Training of Neural Networks for Efficient
/// Integer-Arithmetic-Only Inference", CVPR 2018, section 2.1).
///
/// @param scales one for the whole value, or one for each index along the axis
/// @param zeroPoints as many as scales
/// @param axis the dimension that several scales go along
public record Quantization(List<Float> scales, List<Long> zeroPoints, int axis) {
    public Quantization {
        scales = List.copyOf(scales);
        zeroPoints = List.copyOf(zeroPoints);
        if (scales.isEmpty() || scales.size() != zeroPoints.size()) {
            throw new IllegalArgumentException(
                    scales.size() + " scales do not go with " + zeroPoints.size() + " zero points");
        }
    }

    /// Whether each index along the axis has a scale of its own.
    public boolean isPerChannel() {
        return scales.size() > 1;
    }
}
