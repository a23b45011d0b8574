package dev.lathe.model.tensor;

import java.util.List;

/// How many numbers are in each of equal parts of a range.
///
/// @param from where the first part starts
/// @param width of a part
public record NumberHistogram(double from, double width, List<Long> counts) {

    public NumberHistogram {
        counts = List.copyOf(counts);
    }

    /// The end of the last part.
    public double to() {
        return from + width * counts.size();
    }

    /// Where a part starts.
    public double start(int part) {
        return from + width * part;
    }

    /// The largest count.
    public long largest() {
        return counts.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
