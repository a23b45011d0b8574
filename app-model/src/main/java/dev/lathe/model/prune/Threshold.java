package dev.lathe.model.prune;

import dev.lathe.model.work.Progress;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/// The magnitude that separates the smallest elements from the others.
///
/// A magnitude is the 31 bits of a float without its sign: as integers they are ordered like the
/// absolute values, with NaN last.
///
/// @param magnitude everything below it is among the smallest
/// @param tiesInBlock how many of those just at it are, counted from the start of each block
record Threshold(int magnitude, AtomicIntegerArray tiesInBlock) {
    private static final int MAGNITUDE_BITS = 0x7fff_ffff;
    private static final int LOW_BITS = 18;
    private static final int LOW = (1 << LOW_BITS) - 1;

    /// Finds the exact threshold of the `count` smallest; of equal ones the first are taken. Makes
    /// three passes over the elements, whatever their order, and needs memory for histograms only.
    static Threshold ofSmallest(long count, Blocks blocks, Progress progress)
            throws InterruptedException {
        var high = new AtomicLongArray(1 << (31 - LOW_BITS));
        blocks.forEach((_, _, bits) -> countHigh(bits, high), progress);
        var bin = Position.of(count, high);

        var low = new AtomicLongArray(1 << LOW_BITS);
        blocks.forEach((_, _, bits) -> countLow(bits, bin.bin(), low), progress);
        var exact = Position.of(bin.rest(), low);

        int magnitude = bin.bin() << LOW_BITS | exact.bin();
        var ties = new AtomicIntegerArray(blocks.count());
        blocks.forEach((i, _, bits) -> ties.set(i, countEqual(bits, magnitude)), progress);
        long rest = exact.rest();
        for (int i = 0; i < ties.length(); i++) {
            int taken = (int) Math.min(rest, ties.get(i));
            ties.set(i, taken);
            rest -= taken;
        }
        return new Threshold(magnitude, ties);
    }

    /// Sets those among the smallest to zero and returns how many were not zero before.
    int zero(int[] bits, int block) {
        int ties = tiesInBlock.get(block);
        int changed = 0;
        for (int i = 0; i < bits.length; i++) {
            int m = bits[i] & MAGNITUDE_BITS;
            boolean prune = m < magnitude;
            changed += prune && m != 0 ? 1 : 0;
            bits[i] = prune ? 0 : bits[i];
        }
        for (int i = 0; i < bits.length && ties > 0; i++) {
            if ((bits[i] & MAGNITUDE_BITS) == magnitude) {
                changed += magnitude != 0 ? 1 : 0;
                bits[i] = 0;
                ties--;
            }
        }
        return changed;
    }

    private static void countHigh(int[] bits, AtomicLongArray total) {
        var counts = new int[total.length()];
        for (int b : bits) {
            counts[(b & MAGNITUDE_BITS) >>> LOW_BITS]++;
        }
        add(counts, total);
    }

    private static void countLow(int[] bits, int bin, AtomicLongArray total) {
        for (int b : bits) {
            int magnitude = b & MAGNITUDE_BITS;
            if (magnitude >>> LOW_BITS == bin) {
                total.incrementAndGet(magnitude & LOW);
            }
        }
    }

    private static int countEqual(int[] bits, int magnitude) {
        int equal = 0;
        for (int b : bits) {
            equal += (b & MAGNITUDE_BITS) == magnitude ? 1 : 0;
        }
        return equal;
    }

    private static void add(int[] counts, AtomicLongArray total) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                total.addAndGet(i, counts[i]);
            }
        }
    }

    /// Where in a histogram the element of a rank is.
    ///
    /// @param rest its rank within the bin, from 1
    private record Position(int bin, long rest) {
        static Position of(long rank, AtomicLongArray histogram) {
            long rest = rank;
            int bin = 0;
            while (rest > histogram.get(bin)) {
                rest -= histogram.get(bin++);
            }
            return new Position(bin, rest);
        }
    }
}
