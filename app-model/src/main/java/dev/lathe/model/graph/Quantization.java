package dev.lathe.model.graph;

import java.util.List;

/// How the integers of a value stand for real numbers: `real = scale × (integer − zero point)`
/// (Jacob et al., "Quantization and Training of Neural Networks for Efficient
/// Integer-Arithmetic-Only Inference", CVPR 2018, section 2.1).
///
/// @param scales one for the whole value, one for each index along the axis, or one for each block
///   in row-major order of the blocks
/// @param zeroPoints as many as scales
/// @param axis the dimension that several scales go along
/// @param blockSize how many neighbours along the axis share a scale that is theirs alone; 0 if
///   scales are not by blocks
public record Quantization(List<Float> scales, List<Long> zeroPoints, int axis, int blockSize) {
    public Quantization {
        scales = List.copyOf(scales);
        zeroPoints = List.copyOf(zeroPoints);
        if (scales.isEmpty() || scales.size() != zeroPoints.size()) {
            throw new IllegalArgumentException(
                    scales.size() + " scales do not go with " + zeroPoints.size() + " zero points");
        }
    }

    /// A quantization that is not by blocks.
    public Quantization(List<Float> scales, List<Long> zeroPoints, int axis) {
        this(scales, zeroPoints, axis, 0);
    }

    /// Whether blocks of neighbours have a scale of their own.
    public boolean isBlockwise() {
        return blockSize > 0;
    }

    /// Whether each index along the axis has a scale of its own.
    public boolean isPerChannel() {
        return scales.size() > 1 && !isBlockwise();
    }
}
