package dev.lathe.model.simplify;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;

/// How far apart two outputs are: the greatest distance of two elements as a share of the greatest
/// magnitude of the first output.
final class OutputDifference {
    private static final int BLOCK = 4096;

    private OutputDifference() {}

    /// The difference; infinite if type or sizes differ, or if only one of two elements is finite
    /// or they are different in what they are instead.
    static double of(Tensor a, Tensor b) {
        if (a.type() != b.type() || !a.sizes().equals(b.sizes())) {
            return Double.POSITIVE_INFINITY;
        }
        var left = TensorNumbers.of(a);
        var right = TensorNumbers.of(b);
        if (left.isEmpty() || right.isEmpty()) {
            return a.content().equals(b.content()) ? 0 : Double.POSITIVE_INFINITY;
        }
        return of(left.get(), right.get());
    }

    private static double of(TensorNumbers a, TensorNumbers b) {
        var left = new double[BLOCK];
        var right = new double[BLOCK];
        double distance = 0;
        double magnitude = 0;
        for (long from = 0; from < a.count(); from += BLOCK) {
            int length = (int) Math.min(BLOCK, a.count() - from);
            a.read(from, left, length);
            b.read(from, right, length);
            for (int i = 0; i < length; i++) {
                if (Double.isFinite(left[i]) && Double.isFinite(right[i])) {
                    distance = Math.max(distance, Math.abs(left[i] - right[i]));
                    magnitude = Math.max(magnitude, Math.abs(left[i]));
                } else if (Double.compare(left[i], right[i]) != 0) {
                    return Double.POSITIVE_INFINITY;
                }
            }
        }
        return distance == 0 ? 0 : magnitude == 0 ? Double.POSITIVE_INFINITY : distance / magnitude;
    }
}
