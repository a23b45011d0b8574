package dev.lathe.model.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How the elements of a tensor are distributed. NaN and infinite elements are counted and
/// otherwise left out.
///
/// @param elements all, finite or not
/// @param min the smallest finite element
/// @param max the largest finite element
/// @param std the standard deviation of the population
/// @param zeros elements that are zero, of either sign
/// @param nonFinite elements that are NaN or infinite
/// @param histogram how many finite elements are in each of the equal parts of [min, max]
public record WeightStatistics(
        long elements,
        double min,
        double max,
        double mean,
        double std,
        long zeros,
        long nonFinite,
        List<Long> histogram) {

    /// The number of parts of the histogram.
    public static final int BINS = 64;

    private static final int BLOCK = 4096;

    public WeightStatistics {
        histogram = List.copyOf(histogram);
    }

    /// The share of elements that are zero, from 0 to 1.
    public double zeroShare() {
        return (double) zeros / elements;
    }

    /// The statistics of a tensor; empty if its elements are missing, are no real numbers, or are
    /// none. Reads the elements twice.
    public static Optional<WeightStatistics> of(Tensor tensor) {
        return TensorNumbers.of(tensor)
                .filter(numbers -> numbers.count() > 0)
                .map(WeightStatistics::compute);
    }

    private static WeightStatistics compute(TensorNumbers numbers) {
        var moments = new Moments();
        forEachBlock(numbers, moments::add);
        if (moments.count == 0) {
            return new WeightStatistics(
                    numbers.count(), 0, 0, 0, 0, 0, numbers.count(), bins(new long[BINS]));
        }
        var histogram = new long[BINS];
        double width = (moments.max - moments.min) / BINS;
        double min = moments.min;
        forEachBlock(
                numbers,
                (block, length) -> {
                    for (int i = 0; i < length; i++) {
                        if (Double.isFinite(block[i])) {
                            int bin = width > 0 ? (int) ((block[i] - min) / width) : 0;
                            histogram[Math.min(bin, BINS - 1)]++;
                        }
                    }
                });
        return new WeightStatistics(
                numbers.count(),
                moments.min,
                moments.max,
                moments.mean,
                Math.sqrt(moments.squares / moments.count),
                moments.zeros,
                numbers.count() - moments.count,
                bins(histogram));
    }

    private static void forEachBlock(TensorNumbers numbers, BlockReader reader) {
        var block = new double[BLOCK];
        for (long from = 0; from < numbers.count(); from += BLOCK) {
            int length = (int) Math.min(BLOCK, numbers.count() - from);
            numbers.read(from, block, length);
            reader.read(block, length);
        }
    }

    private static List<Long> bins(long[] histogram) {
        return Arrays.stream(histogram).boxed().toList();
    }

    private interface BlockReader {
        void read(double[] block, int length);
    }

    /// Extremes, mean and sum of squared deviations, block by block (Chan, Golub, LeVeque,
    /// "Updating Formulae and a Pairwise Algorithm for Computing Sample Variances", 1979).
    private static final class Moments {
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double mean;
        private double squares;
        private long count;
        private long zeros;

        void add(double[] block, int length) {
            double sum = 0;
            int finite = 0;
            for (int i = 0; i < length; i++) {
                double x = block[i];
                if (Double.isFinite(x)) {
                    min = Math.min(min, x);
                    max = Math.max(max, x);
                    zeros += x == 0 ? 1 : 0;
                    sum += x;
                    finite++;
                }
            }
            if (finite > 0) {
                merge(block, length, sum / finite, finite);
            }
        }

        private void merge(double[] block, int length, double blockMean, int finite) {
            double blockSquares = 0;
            for (int i = 0; i < length; i++) {
                if (Double.isFinite(block[i])) {
                    blockSquares += (block[i] - blockMean) * (block[i] - blockMean);
                }
            }
            double difference = blockMean - mean;
            long total = count + finite;
            squares += blockSquares + difference * difference * count * finite / total;
            mean += difference * finite / total;
            count = total;
        }
    }
}
