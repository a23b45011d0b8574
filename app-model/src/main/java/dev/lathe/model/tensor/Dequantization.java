package dev.lathe.model.tensor;

import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How the stored elements of a tensor become real numbers: `scale · (element − zero point)` (ONNX
/// operator DequantizeLinear).
///
/// One scale is for the whole tensor, one for each index along an axis, or one for each block of
/// neighbours along it, in row-major order of the blocks.
public final class Dequantization {
    /// More parameters than this are not held as numbers.
    private static final long MAX_PARAMETERS = 1 << 24;

    private final double[] scales;
    private final double[] zeroPoints;
    private final int axis;
    private final long blockSize;

    /// A dequantization.
    ///
    /// @param zeroPoints as many as scales
    /// @param axis counts from the end if negative
    /// @param blockSize how many neighbours share a scale; 0 if scales are not by blocks
    Dequantization(double[] scales, double[] zeroPoints, int axis, long blockSize) {
        this.scales = scales.clone();
        this.zeroPoints = zeroPoints.clone();
        this.axis = axis;
        this.blockSize = blockSize;
    }

    /// What a value says of itself.
    public static Dequantization of(Quantization quantization) {
        return new Dequantization(
                quantization.scales().stream().mapToDouble(Float::doubleValue).toArray(),
                quantization.zeroPoints().stream().mapToDouble(Long::doubleValue).toArray(),
                quantization.axis(),
                quantization.blockSize());
    }

    /// A dequantization by constants; empty if they cannot be read or do not go together.
    ///
    /// @param zeroPoint one, or as many as scales; 0 if there is none
    static Optional<Dequantization> of(
            Tensor scale, Optional<Tensor> zeroPoint, int axis, long blockSize) {
        var scales = numbers(scale);
        var zeros = zeroPoint.flatMap(Dequantization::numbers);
        if (scales.isEmpty() || (zeroPoint.isPresent() && zeros.isEmpty())) {
            return Optional.empty();
        }
        int count = scales.get().length;
        var all = zeros.orElseGet(() -> new double[count]);
        if (all.length == 1 && count > 1) {
            double one = all[0];
            all = new double[count];
            Arrays.fill(all, one);
        }
        return all.length == count
                ? Optional.of(new Dequantization(scales.get(), all, axis, blockSize))
                : Optional.empty();
    }

    private static Optional<double[]> numbers(Tensor tensor) {
        return TensorNumbers.of(tensor)
                .filter(numbers -> numbers.count() > 0 && numbers.count() <= MAX_PARAMETERS)
                .map(numbers -> {
                    var result = new double[(int) numbers.count()];
                    numbers.read(0, result, result.length);
                    return result;
                });
    }

    /// The same with each scale multiplied by a factor.
    Dequantization times(double factor) {
        return new Dequantization(
                Arrays.stream(scales).map(scale -> scale * factor).toArray(),
                zeroPoints,
                axis,
                blockSize);
    }

    /// The number of scales.
    public int scales() {
        return scales.length;
    }

    /// The scale of a tensor that has one for all of it.
    double scale() {
        return scales[0];
    }

    /// The axis that several scales go along, for a tensor of so many dimensions.
    public OptionalInt axis(int rank) {
        int at = axis < 0 ? axis + rank : axis;
        return scales.length > 1 && at >= 0 && at < rank ? OptionalInt.of(at) : OptionalInt.empty();
    }

    /// Whether there is a scale for every element of a tensor of these sizes.
    boolean fits(List<Long> sizes) {
        if (scales.length == 1) {
            return true;
        }
        var at = axis(sizes.size());
        if (at.isEmpty()) {
            return false;
        }
        long along = sizes.get(at.getAsInt());
        if (blockSize == 0) {
            return along == scales.length;
        }
        long blocks = Math.ceilDiv(along, blockSize);
        for (int i = 0; i < sizes.size(); i++) {
            blocks *= i == at.getAsInt() ? 1 : sizes.get(i);
        }
        return blocks == scales.length;
    }

    /// The decoder for a tensor of sizes that fit.
    Decoder decoder(List<Long> sizes) {
        if (scales.length == 1) {
            return (_, elements, length) -> {
                for (int i = 0; i < length; i++) {
                    elements[i] = scales[0] * (elements[i] - zeroPoints[0]);
                }
            };
        }
        int at = axis(sizes.size()).orElseThrow();
        long inner = sizes.subList(at + 1, sizes.size()).stream().reduce(1L, (a, b) -> a * b);
        long along = sizes.get(at);
        return blockSize == 0 ? channels(inner, along) : blocks(inner, along);
    }

    private Decoder channels(long inner, long along) {
        return (from, elements, length) -> {
            int channel = (int) (from / inner % along);
            long left = inner - from % inner;
            for (int i = 0; i < length; i++) {
                elements[i] = scales[channel] * (elements[i] - zeroPoints[channel]);
                if (--left == 0) {
                    left = inner;
                    channel = channel + 1 == along ? 0 : channel + 1;
                }
            }
        };
    }

    private Decoder blocks(long inner, long along) {
        long perOuter = Math.ceilDiv(along, blockSize) * inner;
        return (from, elements, length) -> {
            for (int i = 0; i < length; i++) {
                long element = from + i;
                long outer = element / (inner * along);
                long block = element / inner % along / blockSize;
                int at = (int) (outer * perOuter + block * inner + element % inner);
                elements[i] = scales[at] * (elements[i] - zeroPoints[at]);
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dequantization that
                && Arrays.equals(scales, that.scales)
                && Arrays.equals(zeroPoints, that.zeroPoints)
                && axis == that.axis
                && blockSize == that.blockSize;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(scales) * 31 + axis;
    }

    /// Turns a run of elements into real numbers in place.
    @FunctionalInterface
    interface Decoder {
        void decode(long from, double[] elements, int length);
    }
}
