package dev.lathe.model.diff;

import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import java.util.Optional;

/// How the elements of a tensor are turned into real numbers: `scale · (element − zero point)`
/// (ONNX operator DequantizeLinear).
final class Decoding {

    /// The elements are the numbers.
    static final Decoding NONE = new Decoding(new double[0], new double[0], 0);

    private final double[] scales;
    private final double[] zeroPoints;
    private final int axis;

    /// @param scales one, or one for each index along the axis; none for a tensor that is not
    ///   quantized
    /// @param zeroPoints as many as scales
    /// @param axis counts from the end if negative
    private Decoding(double[] scales, double[] zeroPoints, int axis) {
        this.scales = scales;
        this.zeroPoints = zeroPoints;
        this.axis = axis;
    }

    /// The decoding of a product of a value that has one scale with one that this is for.
    Decoding times(Decoding single) {
        var products = scales.clone();
        for (int i = 0; i < products.length; i++) {
            products[i] *= single.scales[0];
        }
        return new Decoding(products, new double[products.length], 0);
    }

    boolean isNone() {
        return scales.length == 0;
    }

    /// The decoding by constants; empty if they cannot be read or do not go together.
    static Optional<Decoding> of(Optional<Tensor> scale, Optional<Tensor> zeroPoint, int axis) {
        var scales = scale.flatMap(Decoding::numbers);
        if (scales.isEmpty()) {
            return Optional.empty();
        }
        int count = scales.get().length;
        var zeros =
                zeroPoint.isEmpty()
                        ? Optional.of(new double[count])
                        : zeroPoint.flatMap(Decoding::numbers);
        return zeros.filter(z -> z.length == count || z.length == 1)
                .map(z -> new Decoding(scales.get(), spread(z, count), axis));
    }

    /// The decoding that a value states of itself.
    static Decoding of(Quantization quantization) {
        return new Decoding(
                quantization.scales().stream().mapToDouble(Float::doubleValue).toArray(),
                quantization.zeroPoints().stream().mapToDouble(Long::doubleValue).toArray(),
                quantization.axis());
    }

    private static double[] spread(double[] zeros, int count) {
        if (zeros.length == count) {
            return zeros;
        }
        var result = new double[count];
        java.util.Arrays.fill(result, zeros[0]);
        return result;
    }

    private static Optional<double[]> numbers(Tensor tensor) {
        return TensorNumbers.of(tensor)
                .filter(numbers -> numbers.count() > 0 && numbers.count() <= Integer.MAX_VALUE / 8)
                .map(numbers -> {
                    var result = new double[(int) numbers.count()];
                    numbers.read(0, result, result.length);
                    return result;
                });
    }

    /// Whether there is a scale for every index of a tensor of these sizes.
    boolean fits(Tensor tensor) {
        if (scales.length <= 1) {
            return true;
        }
        int at = axis < 0 ? axis + tensor.sizes().size() : axis;
        return at >= 0 && at < tensor.sizes().size() && tensor.sizes().get(at) == scales.length;
    }

    /// Turns a run of elements into real numbers in place.
    void decode(Tensor tensor, long from, double[] elements, int length) {
        if (isNone()) {
            return;
        }
        if (scales.length == 1) {
            for (int i = 0; i < length; i++) {
                elements[i] = scales[0] * (elements[i] - zeroPoints[0]);
            }
            return;
        }
        int at = axis < 0 ? axis + tensor.sizes().size() : axis;
        long inner = 1;
        for (int i = at + 1; i < tensor.sizes().size(); i++) {
            inner *= tensor.sizes().get(i);
        }
        for (int i = 0; i < length; i++) {
            int channel = (int) ((from + i) / inner % scales.length);
            elements[i] = scales[channel] * (elements[i] - zeroPoints[channel]);
        }
    }
}
