package dev.lathe.profiler.feed;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import dev.lathe.model.graph.Value;
import java.util.Optional;

/// Real numbers behind the integers of a value with one scale (`dev.lathe.model.graph.Quantization`
/// says how). So a quantized model takes the same data as the one it was made from, and its outputs
/// can be compared with those of that one.
record AffineIntegers(float scale, long zeroPoint) {

    /// That of a value; empty if it is not of integers or does not have just one scale.
    static Optional<AffineIntegers> of(Value value) {
        boolean integer = value.tensorType().filter(type -> isInteger(type.element())).isPresent();
        return value.quantization()
                .filter(quantization -> integer && quantization.scales().size() == 1)
                .filter(quantization -> quantization.scales().getFirst() > 0)
                .map(AffineIntegers::of);
    }

    private static AffineIntegers of(Quantization quantization) {
        return new AffineIntegers(
                quantization.scales().getFirst(), quantization.zeroPoints().getFirst());
    }

    static boolean isInteger(DataType type) {
        return switch (type) {
            case INT8, UINT8, INT16, UINT16, INT32, INT64 -> true;
            default -> false;
        };
    }

    /// The integer for a real number, not yet within the bounds of a type; halves are rounded away
    /// from zero, as TensorFlow Lite does.
    double integer(float real) {
        double scaled = real / scale;
        return Math.copySign(Math.floor(Math.abs(scaled) + 0.5), scaled) + zeroPoint;
    }

    /// The real numbers that a tensor stands for; empty if its elements cannot be had.
    Optional<Tensor> toReals(Tensor integers) {
        return TensorNumbers.of(integers)
                .map(numbers -> {
                    var reals = new float[Math.toIntExact(integers.elements())];
                    for (int i = 0; i < reals.length; i++) {
                        reals[i] = (float) (scale * (numbers.get(i) - zeroPoint));
                    }
                    return Tensor.ofFloats(integers.name(), reals, integers.sizeStream().toArray());
                });
    }
}
