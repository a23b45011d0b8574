package dev.lathe.model.graph;

/// Floating-point types of at most eight bits (ONNX, "Float stored in 8 bits", "Float stored in 4
/// bits"; OCP Microscaling Formats (MX) Specification v1.0, section 5.3).
///
/// @param exponentBits the width of the exponent
/// @param mantissaBits the width of the mantissa
/// @param bias of the exponent
/// @param special which bits mean no number
record SmallFloat(int exponentBits, int mantissaBits, int bias, Special special) {

    /// Which bits mean no number.
    enum Special {
        /// None: all bits are numbers.
        NONE,
        /// As IEEE 754: the largest exponent means infinity or NaN.
        IEEE,
        /// All bits of exponent and mantissa set mean NaN; there is no infinity.
        ALL_ONES,
        /// The bits of a negative zero mean NaN; there is no infinity.
        NEGATIVE_ZERO
    }

    /// What each combination of bits stands for.
    double[] values() {
        var values = new double[1 << (1 + exponentBits + mantissaBits)];
        for (int bits = 0; bits < values.length; bits++) {
            values[bits] = value(bits);
        }
        return values;
    }

    /// The powers of two of FLOAT8E8M0; the last combination is NaN.
    static double[] powers() {
        var values = new double[256];
        for (int bits = 0; bits < 255; bits++) {
            values[bits] = Math.scalb(1.0, bits - 127);
        }
        values[255] = Double.NaN;
        return values;
    }

    private double value(int bits) {
        int mantissa = bits & (1 << mantissaBits) - 1;
        int exponent = bits >> mantissaBits & (1 << exponentBits) - 1;
        boolean negative = bits >> (exponentBits + mantissaBits) != 0;
        boolean isLargest = exponent == (1 << exponentBits) - 1;
        boolean isNaN =
                switch (special) {
                    case NONE -> false;
                    case IEEE -> isLargest && mantissa != 0;
                    case ALL_ONES -> isLargest && mantissa == (1 << mantissaBits) - 1;
                    case NEGATIVE_ZERO -> negative && exponent == 0 && mantissa == 0;
                };
        if (isNaN) {
            return Double.NaN;
        }
        double size =
                special == Special.IEEE && isLargest
                        ? Double.POSITIVE_INFINITY
                        : exponent == 0
                                ? Math.scalb((double) mantissa, 1 - bias - mantissaBits)
                                : Math.scalb(
                                        (double) (mantissa | 1 << mantissaBits),
                                        exponent - bias - mantissaBits);
        return negative ? -size : size;
    }
}
