package dev.lathe.model.prune;

import dev.lathe.model.work.Progress;
import java.util.List;

/// The magnitude that separates the smallest elements from the others.
///
/// A magnitude is the 31 bits of a float without its sign: as integers they are ordered like the
/// absolute values, with NaN last.
///
/// @param magnitude everything below it is among the smallest
/// @param ties how many of those just at it are, counted from the start
record Threshold(int magnitude, long ties) {
    private static final int MAGNITUDE_BITS = 0x7fff_ffff;
    private static final int LOW_BITS = 18;
    private static final int LOW = (1 << LOW_BITS) - 1;

    /// Finds the exact threshold of the `count` smallest; of equal ones the first are taken. Makes
    /// two passes over the elements, whatever their order, and needs memory for histograms only.
    static Threshold ofSmallest(long count, Blocks blocks, Progress progress)
            throws InterruptedException {
        var high =
                blocks.forEach(
                        () -> new long[1 << (31 - LOW_BITS)],
                        (counts, _, block, bits) -> countHigh(bits, block.length(), counts),
                        progress);
        var bin = Position.of(count, sum(high));
        var low =
                blocks.forEach(
                        () -> new long[1 << LOW_BITS],
                        (counts, _, block, bits) ->
                                countLow(bits, block.length(), bin.bin(), counts),
                        progress);
        var exact = Position.of(bin.rest(), sum(low));
        return new Threshold(bin.bin() << LOW_BITS | exact.bin(), exact.rest());
    }

    /// Sets the elements below the threshold to zero and leaves those at it.
    BelowAndAt zeroBelow(int[] bits, int length) {
        int changed = 0;
        int at = 0;
        for (int i = 0; i < length; i++) {
            int m = bits[i] & MAGNITUDE_BITS;
            int below = (m - magnitude) >> 31; // all ones or all zeros
            changed |= m & below;
            at += ((m ^ magnitude) - 1) >>> 31; // one if equal
            bits[i] &= ~below;
        }
        return new BelowAndAt(changed != 0, at);
    }

    /// Sets the first elements that are just at the threshold to zero.
    void zeroAt(int[] bits, int length, long count) {
        long left = count;
        for (int i = 0; i < length && left > 0; i++) {
            if ((bits[i] & MAGNITUDE_BITS) == magnitude) {
                bits[i] = 0;
                left--;
            }
        }
    }

    /// What a block had.
    ///
    /// @param changed whether an element below the threshold was not zero
    /// @param at how many are just at the threshold
    record BelowAndAt(boolean changed, int at) {}

    private static void countHigh(int[] bits, int length, long[] counts) {
        for (int i = 0; i < length; i++) {
            counts[(bits[i] & MAGNITUDE_BITS) >>> LOW_BITS]++;
        }
    }

    private static void countLow(int[] bits, int length, int bin, long[] counts) {
        for (int i = 0; i < length; i++) {
            int magnitude = bits[i] & MAGNITUDE_BITS;
            if (magnitude >>> LOW_BITS == bin) {
                counts[magnitude & LOW]++;
            }
        }
    }

    private static long[] sum(List<long[]> lanes) {
        var total = new long[lanes.getFirst().length];
        for (long[] counts : lanes) {
            for (int i = 0; i < total.length; i++) {
                total[i] += counts[i];
            }
        }
        return total;
    }

    /// Where in a histogram the element of a rank is.
    ///
    /// @param rest its rank within the bin, from 1
    private record Position(int bin, long rest) {
        static Position of(long rank, long[] histogram) {
            long rest = rank;
            int bin = 0;
            while (rest > histogram[bin]) {
                rest -= histogram[bin++];
            }
            return new Position(bin, rest);
        }
    }
}
