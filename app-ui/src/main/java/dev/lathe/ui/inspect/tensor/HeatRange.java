package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.TensorStatistics;

/// Which numbers the ends of the colour scale stand for.
enum HeatRange {
    /// The same distance to both sides of zero, which is neutral.
    SYMMETRIC,
    /// From the smallest to the largest number.
    EXTENT,
    /// Three standard deviations to both sides of the mean, so that a few far numbers do not pale
    /// all others.
    DEVIATIONS;

    private static final int WIDTH = 3;

    String messageKey() {
        return switch (this) {
            case SYMMETRIC -> "tensor.range.symmetric";
            case EXTENT -> "tensor.range.extent";
            case DEVIATIONS -> "tensor.range.deviations";
        };
    }

    /// The range to start with: about zero if there are numbers on both sides of it.
    static HeatRange first(TensorStatistics statistics) {
        return statistics.min() < 0 && statistics.max() > 0 ? SYMMETRIC : EXTENT;
    }

    /// The scale for a tensor.
    HeatScale scale(TensorStatistics statistics) {
        double low = statistics.min();
        double high = statistics.max();
        return switch (this) {
            case SYMMETRIC -> {
                double size = Math.max(Math.abs(low), Math.abs(high));
                yield HeatScale.of(-size, size);
            }
            case EXTENT -> HeatScale.of(low, high);
            case DEVIATIONS ->
                    HeatScale.of(
                            statistics.mean() - WIDTH * statistics.std(),
                            statistics.mean() + WIDTH * statistics.std());
        };
    }
}
