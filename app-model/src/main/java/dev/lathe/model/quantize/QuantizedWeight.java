package dev.lathe.model.quantize;

import dev.lathe.model.graph.Tensor;
import java.util.Arrays;

/// Integer weights with one scale for each channel, or one for all; their zero point is the middle
/// of the type.
final class QuantizedWeight {
    private final Tensor weights;
    private final long[] sizes;
    private final byte[] values;
    private final float[] scales;
    private final IntegerType type;

    /// Quantized weights over the given arrays, which are not copied.
    ///
    /// @param weights what is quantized
    /// @param sizes of the weights, outermost first
    /// @param values in the order of the float weights
    /// @param scales one, or one for each channel
    QuantizedWeight(Tensor weights, long[] sizes, byte[] values, float[] scales, IntegerType type) {
        this.weights = weights;
        this.sizes = sizes;
        this.values = values;
        this.scales = scales;
        this.type = type;
    }

    boolean isPerChannel() {
        return scales.length > 1;
    }

    /// A copy of the scales.
    float[] scales() {
        return scales.clone();
    }

    /// The integers as a tensor; what the file says of the weights stays.
    Tensor tensor(String name) {
        return Tensor.ofBytes(name, type.dataType(), values, sizes).inPlaceOf(weights);
    }

    /// The scales: a scalar if there is one for all.
    Tensor scaleTensor(String name) {
        return scales.length == 1
                ? Tensor.ofFloats(name, scales)
                : Tensor.ofFloats(name, scales, scales.length);
    }

    /// The zero points, one for each scale.
    Tensor zeroPointTensor(String name) {
        var points = new byte[scales.length];
        Arrays.fill(points, (byte) type.middle());
        return scales.length == 1
                ? Tensor.ofBytes(name, type.dataType(), points)
                : Tensor.ofBytes(name, type.dataType(), points, points.length);
    }

    /// One zero point for all.
    Tensor zeroPointScalar(String name) {
        return Tensor.ofBytes(name, type.dataType(), new byte[] {(byte) type.middle()});
    }

    /// These weights with rows and columns exchanged.
    QuantizedWeight transposed() {
        int rows = (int) sizes[0];
        int columns = (int) sizes[1];
        var turned = new byte[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = values[r * columns + c];
            }
        }
        return new QuantizedWeight(weights, new long[] {columns, rows}, turned, scales, type);
    }
}
