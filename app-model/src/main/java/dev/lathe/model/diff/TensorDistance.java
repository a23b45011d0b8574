package dev.lathe.model.diff;

/// How far two tensors of the same sizes are apart.
///
/// Elements that are NaN or infinite in either count as changed if they differ and are otherwise
/// left out.
///
/// @param basis what was compared
/// @param elements how many elements each has
/// @param changed how many differ
/// @param maxAbsDiff the largest |before − after|
/// @param sqnrDb the signal-to-quantization-noise ratio 10 · log₁₀(Σ before² / Σ (before − after)²)
///   in decibels; infinite if nothing differs
/// @param zerosBefore elements that are zero in the first
/// @param zerosAfter elements that are zero in the second
public record TensorDistance(
        Basis basis,
        long elements,
        long changed,
        double maxAbsDiff,
        double sqnrDb,
        long zerosBefore,
        long zerosAfter) {

    /// What was compared.
    public enum Basis {
        /// The numbers as they are stored.
        STORED,
        /// The real numbers that quantized integers stand for.
        DEQUANTIZED
    }

    /// The share of elements that differ, from 0 to 1.
    public double changedShare() {
        return elements == 0 ? 0 : (double) changed / elements;
    }
}
