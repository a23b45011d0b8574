package dev.lathe.model.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Writes memory of any size to a stream, a part at a time.
final class SegmentCopy {
    private static final int CHUNK_BYTES = 1 << 20;

    private SegmentCopy() {}

    /// @throws InterruptedException if the thread is interrupted before all is written
    static void write(MemorySegment bytes, OutputStream stream)
            throws IOException, InterruptedException {
        var chunk = new byte[(int) Math.min(CHUNK_BYTES, bytes.byteSize())];
        for (long at = 0; at < bytes.byteSize(); at += chunk.length) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while writing");
            }
            int length = (int) Math.min(chunk.length, bytes.byteSize() - at);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, chunk, 0, length);
            stream.write(chunk, 0, length);
        }
    }
}
