package dev.lathe.model.tensor;

import dev.lathe.model.work.Progress;
import java.util.OptionalLong;

/// How the numbers of a tensor are distributed. Those that are NaN or infinite are counted and
/// otherwise left out.
///
/// @param elements all, finite or not
/// @param min the smallest finite number; NaN if there is none, as are the next three
/// @param max the largest finite number
/// @param std the standard deviation of the population
/// @param zeros numbers that are zero, of either sign
/// @param distinct how many different numbers there are, zeros of both signs and all NaN being one
///   each; empty if they are more than {@value DistinctNumbers#MOST}
/// @param histogram of the finite numbers
public record TensorStatistics(
        long elements,
        double min,
        double max,
        double mean,
        double std,
        long zeros,
        long nans,
        long positiveInfinities,
        long negativeInfinities,
        OptionalLong distinct,
        NumberHistogram histogram) {

    /// The statistics of numbers, which are read twice.
    public static TensorStatistics of(Numbers numbers, Progress progress)
            throws InterruptedException {
        long total = numbers.count() * 2;
        var moments = new Moments();
        var distinct = new DistinctNumbers();
        Blocks.forEach(
                numbers,
                progress,
                0,
                total,
                (_, block, length) -> {
                    moments.add(block, length);
                    distinct.add(block, length);
                });
        var histogram = new HistogramCount(moments.min(), moments.max(), moments.areWhole());
        Blocks.forEach(
                numbers,
                progress,
                numbers.count(),
                total,
                (_, block, length) -> histogram.add(block, length));
        return new TensorStatistics(
                numbers.count(),
                moments.min(),
                moments.max(),
                moments.mean(),
                moments.std(),
                moments.zeros(),
                moments.nans(),
                moments.positiveInfinities(),
                moments.negativeInfinities(),
                distinct.count(),
                histogram.result());
    }

    /// The numbers that are neither NaN nor infinite.
    public long finite() {
        return elements - nans - positiveInfinities - negativeInfinities;
    }

    /// The share of elements that are zero, from 0 to 1.
    public double zeroShare() {
        return elements == 0 ? 0 : (double) zeros / elements;
    }
}
