package dev.lathe.model.diff;

import dev.lathe.model.diff.TensorDistance.Basis;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import dev.lathe.model.work.Progress;
import java.util.List;
import java.util.Optional;

/// Compares the elements of two tensors, block by block.
final class TensorComparison {
    private static final int BLOCK = 4096;
    private static final int BLOCKS_BETWEEN_CHECKS = 256;

    private TensorComparison() {}

    /// Whether two tensors hold the same elements in the same type and sizes.
    static boolean isSame(Tensor a, Tensor b) {
        if (a.type() != b.type() || !a.sizes().equals(b.sizes())) {
            return false;
        }
        var ours = a.bytes();
        var others = b.bytes();
        if (ours.isEmpty() || others.isEmpty()) {
            return a.content().equals(b.content());
        }
        return ours.get().byteSize() == others.get().byteSize()
                && ours.get().mismatch(others.get()) == -1;
    }

    /// How far two tensors are apart; empty if their sizes differ, their elements cannot be had or
    /// are no real numbers, or one is quantized in a way that is not known.
    static Optional<TensorDistance> distance(
            Tensor a, Reading readingBefore, Tensor b, Reading readingAfter, Progress progress)
            throws InterruptedException {
        boolean alike = readingBefore.axes().equals(readingAfter.axes());
        var first = alike ? inStoredOrder(readingBefore) : readingBefore;
        var second = alike ? inStoredOrder(readingAfter) : readingAfter;
        var ours = TensorNumbers.of(a);
        var others = TensorNumbers.of(b);
        if (ours.isEmpty()
                || others.isEmpty()
                || !first.sizes(a).equals(second.sizes(b))
                || !isReadable(a, first, b, second)) {
            return Optional.empty();
        }
        var sums = new Sums();
        var x = new double[BLOCK];
        var y = new double[BLOCK];
        var before = first.numbers(a, ours.get());
        var after = second.numbers(b, others.get());
        long count = ours.get().count();
        for (long from = 0; from < count; from += BLOCK) {
            if (from / BLOCK % BLOCKS_BETWEEN_CHECKS == 0) {
                progress.checkCancelled();
            }
            int length = (int) Math.min(BLOCK, count - from);
            before.read(from, x, length);
            after.read(from, y, length);
            sums.add(x, y, length);
        }
        var basis = isDecoded(first) || isDecoded(second) ? Basis.DEQUANTIZED : Basis.STORED;
        return Optional.of(sums.distance(basis, count));
    }

    private static Reading inStoredOrder(Reading reading) {
        return new Reading(reading.decoding(), List.of());
    }

    /// Whether it is known what the elements stand for; those of one type are compared as they are
    /// if it is not.
    private static boolean isReadable(Tensor a, Reading first, Tensor b, Reading second) {
        return (a.type() == b.type()
                        || (first.decoding().isPresent() && second.decoding().isPresent()))
                && first.decoding().orElse(Decoding.NONE).fits(a)
                && second.decoding().orElse(Decoding.NONE).fits(b);
    }

    private static boolean isDecoded(Reading reading) {
        return reading.decoding().filter(decoding -> !decoding.isNone()).isPresent();
    }

    private static final class Sums {
        private double signal;
        private double noise;
        private double largest;
        private long changed;
        private long zerosBefore;
        private long zerosAfter;

        void add(double[] x, double[] y, int length) {
            for (int i = 0; i < length; i++) {
                zerosBefore += x[i] == 0 ? 1 : 0;
                zerosAfter += y[i] == 0 ? 1 : 0;
                double difference = x[i] - y[i];
                if (difference == 0) {
                    signal += x[i] * x[i];
                } else if (Double.isFinite(difference)) {
                    changed++;
                    largest = Math.max(largest, Math.abs(difference));
                    signal += x[i] * x[i];
                    noise += difference * difference;
                } else if (Double.compare(x[i], y[i]) != 0) {
                    changed++;
                }
            }
        }

        TensorDistance distance(Basis basis, long count) {
            double sqnr = noise == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(signal / noise);
            return new TensorDistance(
                    basis, count, changed, largest, sqnr, zerosBefore, zerosAfter);
        }
    }
}
