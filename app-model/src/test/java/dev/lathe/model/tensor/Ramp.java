package dev.lathe.model.tensor;

import dev.lathe.model.graph.Tensor;

/// A tensor of 4×5×3×3 float32 whose figures NumPy 2.4 was asked for: `(i·7919 mod 1000 − 500) /
/// 250` for its i-th element.
final class Ramp {
    private Ramp() {}

    static Tensor tensor() {
        var elements = new float[180];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = (float) ((i * 7919 % 1000 - 500) / 250.0);
        }
        return Tensor.ofFloats("ramp", elements, 4, 5, 3, 3);
    }

    static Numbers numbers() {
        return Numbers.of(tensor()).orElseThrow();
    }
}
