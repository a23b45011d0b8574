package dev.lathe.model.tensor;

import java.util.Arrays;
import java.util.OptionalLong;

/// Counts different numbers, up to a limit.
final class DistinctNumbers {
    static final int MOST = 1 << 16;
    private static final int SLOTS = MOST * 4;

    /// Bits of a NaN that canonical ones do not have.
    private static final long FREE = -1;

    private final long[] slots = new long[SLOTS];
    private int count;

    DistinctNumbers() {
        Arrays.fill(slots, FREE);
    }

    void add(double[] block, int length) {
        for (int i = 0; i < length && count <= MOST; i++) {
            // adding zero makes a negative zero positive
            add(Double.doubleToLongBits(block[i] + 0.0));
        }
    }

    private void add(long bits) {
        long mixed = bits * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 46);
        while (slots[slot] != bits) {
            if (slots[slot] == FREE) {
                slots[slot] = bits;
                count++;
                return;
            }
            slot = slot + 1 & SLOTS - 1;
        }
    }

    /// How many there were; empty if they are too many.
    OptionalLong count() {
        return count > MOST ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
