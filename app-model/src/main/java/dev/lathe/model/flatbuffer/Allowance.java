package dev.lathe.model.flatbuffer;

/// How much may still be read of a file.
///
/// Offsets let a small file name the same table any number of times, so that what is read could be
/// far larger than what is stored. The allowance is bounded by the size of the file and by what
/// fits a heap of 256 MiB; reading in place (slices) is free.
final class Allowance {
    /// A table costs more than an element, because objects are made for it.
    static final int TABLE = 8;

    private static final long LEAST = 1 << 18;
    private static final long MOST = 8_000_000;

    private long left;

    Allowance(long fileBytes) {
        left = Math.min(MOST, LEAST + 2 * fileBytes);
    }

    void spend(long cost) throws DamagedFlatbufferException {
        left -= cost;
        if (left < 0) {
            throw new DamagedFlatbufferException("it names more parts than it can hold");
        }
    }
}
