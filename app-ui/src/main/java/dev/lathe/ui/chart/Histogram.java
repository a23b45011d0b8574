package dev.lathe.ui.chart;

import java.util.List;
import java.util.stream.IntStream;

/// Counts of values in bins of equal width over their range.
public record Histogram(double min, double max, List<Integer> counts) {

    public Histogram {
        counts = List.copyOf(counts);
    }

    /// The histogram of the values with so many bins; one bin if all values are equal, none if
    /// there are none.
    public static Histogram of(List<Double> values, int bins) {
        if (values.isEmpty()) {
            return new Histogram(0, 0, List.of());
        }
        double min = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double max = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        if (max == min) {
            return new Histogram(min, max, List.of(values.size()));
        }
        var counts = new int[bins];
        for (double value : values) {
            counts[(int) Math.min(bins - 1, (value - min) / (max - min) * bins)]++;
        }
        return new Histogram(min, max, IntStream.of(counts).boxed().toList());
    }

    /// The largest count; 0 if there are no values.
    public int largest() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
