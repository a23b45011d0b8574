package dev.lathe.runner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Native memory for the payload of one request after the other. It grows and is never given back,
/// so that a series of runs allocates nothing.
final class ReusedBuffer {
    private static final int ALIGNMENT = 64;

    private ByteBuffer memory = ByteBuffer.allocateDirect(0);

    /// A buffer of that size, aligned for vector instructions, over the same memory as the last.
    ByteBuffer ofSize(int size) {
        if (memory.capacity() < size) {
            memory = ByteBuffer.allocateDirect(size + ALIGNMENT).alignedSlice(ALIGNMENT);
        }
        return memory.slice(0, size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
