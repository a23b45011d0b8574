package dev.lathe.model.tensor;

import dev.lathe.model.work.Progress;

/// Passes over the numbers of a tensor in their order.
final class Blocks {
    private static final int LENGTH = 1 << 13;

    private Blocks() {}

    /// Hears one block.
    @FunctionalInterface
    interface Listener {
        void block(long from, double[] block, int length);
    }

    /// Passes over all numbers once.
    ///
    /// @param done how much of the total was done before
    static void forEach(
            Numbers numbers, Progress progress, long done, long total, Listener listener)
            throws InterruptedException {
        var block = new double[LENGTH];
        long count = numbers.count();
        for (long from = 0; from < count; from += LENGTH) {
            progress.checkCancelled();
            if (from % (LENGTH << 7) == 0) {
                progress.update(done + from, total);
            }
            int length = (int) Math.min(LENGTH, count - from);
            numbers.read(from, block, length);
            listener.block(from, block, length);
        }
    }
}
