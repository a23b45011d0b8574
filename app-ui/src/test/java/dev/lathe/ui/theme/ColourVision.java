package dev.lathe.ui.theme;

/// Ways of seeing, as matrices on linear RGB (Machado, Oliveira and Fernandes 2009, severity 1).
enum ColourVision {
    NORMAL,
    PROTANOPIA,
    DEUTERANOPIA,
    TRITANOPIA;

    /// The distance in OKLab (Ottosson 2020), where 0.02 is just noticeable side by side.
    double distance(Tint a, Tint b) {
        double[] x = lab(a);
        double[] y = lab(b);
        return Math.hypot(Math.hypot(x[0] - y[0], x[1] - y[1]), x[2] - y[2]);
    }

    private double[] matrix() {
        return switch (this) {
            case NORMAL -> new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
            case PROTANOPIA ->
                    new double[] {
                        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882,
                        -0.048116, 1.051998
                    };
            case DEUTERANOPIA ->
                    new double[] {
                        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820,
                        0.042940, 0.968881
                    };
            case TRITANOPIA ->
                    new double[] {
                        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733,
                        0.691367, 0.303900
                    };
        };
    }

    private double[] lab(Tint tint) {
        double[] seen =
                times(matrix(), linear(tint.red()), linear(tint.green()), linear(tint.blue()));
        double[] cones =
                times(
                        new double[] {
                            0.4122214708,
                            0.5363325363,
                            0.0514459929,
                            0.2119034982,
                            0.6806995451,
                            0.1073969566,
                            0.0883024619,
                            0.2817188376,
                            0.6299787005
                        },
                        Math.clamp(seen[0], 0, 1),
                        Math.clamp(seen[1], 0, 1),
                        Math.clamp(seen[2], 0, 1));
        return times(
                new double[] {
                    0.2104542553,
                    0.7936177850,
                    -0.0040720468,
                    1.9779984951,
                    -2.4285922050,
                    0.4505937099,
                    0.0259040371,
                    0.7827717662,
                    -0.8086757660
                },
                Math.cbrt(cones[0]),
                Math.cbrt(cones[1]),
                Math.cbrt(cones[2]));
    }

    private static double[] times(double[] m, double x, double y, double z) {
        return new double[] {
            m[0] * x + m[1] * y + m[2] * z,
            m[3] * x + m[4] * y + m[5] * z,
            m[6] * x + m[7] * y + m[8] * z
        };
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
