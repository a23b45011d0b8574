package dev.lathe.model.data;

/// How much of the heap one thing may take, so that a file that is larger, or says that it is, is
/// refused and does not end the program.
final class HeapLimit {
    private static final long MAX_ARRAY_BYTES = 1L << 30;

    /// An image is held decoded, as floats, and once more while it is resized.
    private static final long BYTES_PER_PIXEL = 40;

    private HeapLimit() {}

    /// The largest array that is read into memory, in bytes.
    static long arrayBytes() {
        return Math.min(MAX_ARRAY_BYTES, Runtime.getRuntime().maxMemory() / 4);
    }

    /// The largest image that is decoded.
    static long pixels() {
        return Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL;
    }
}
