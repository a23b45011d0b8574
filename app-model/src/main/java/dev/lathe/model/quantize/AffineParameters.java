package dev.lathe.model.quantize;

import dev.lathe.model.graph.Tensor;

/// How reals are mapped to integers: `real = scale · (integer − zeroPoint)`.
record AffineParameters(float scale, int zeroPoint, IntegerType type) {

    /// The parameters that use all integers of a type for a range, widened to hold zero.
    static AffineParameters of(ValueRange range, IntegerType type) {
        double min = Math.min(0, range.min());
        double max = Math.max(0, range.max());
        float scale = (float) ((max - min) / (type.max() - type.min()));
        if (scale < Float.MIN_NORMAL) {
            return new AffineParameters(1, type.min(), type);
        }
        long zeroPoint = (long) Math.rint(type.min() - min / scale);
        return new AffineParameters(scale, Math.clamp(zeroPoint, type.min(), type.max()), type);
    }

    Tensor scaleTensor(String name) {
        return Tensor.ofFloats(name, new float[] {scale});
    }

    Tensor zeroPointTensor(String name) {
        return Tensor.ofBytes(name, type.dataType(), new byte[] {(byte) zeroPoint});
    }

    /// The integer for a real, with ties to even, as QuantizeLinear gives it.
    int quantize(float real) {
        double q = Math.rint(real / scale) + zeroPoint;
        return (int) Math.clamp(q, type.min(), type.max());
    }

    /// The integers for reals.
    byte[] quantize(float[] reals) {
        var integers = new byte[reals.length];
        for (int i = 0; i < reals.length; i++) {
            integers[i] = (byte) quantize(reals[i]);
        }
        return integers;
    }
}
