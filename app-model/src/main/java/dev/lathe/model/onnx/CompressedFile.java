package dev.lathe.model.onnx;

import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.work.ByteCount;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Unpacks a compressed model into memory outside the heap. It is unpacked twice, the first time
/// only to learn its size, so that not more is taken than it needs.
final class CompressedFile {
    private static final int BUFFER_BYTES = 1 << 16;

    /// Weights hardly shrink and text shrinks to a tenth; what shrinks more than to a hundredth is
    /// there to fill the memory, unless it is small.
    private static final long MAX_RATIO = 100;

    private static final long SMALL_BYTES = 64L << 20;

    private CompressedFile() {}

    /// What is compressed in a file.
    static MemorySegment unpack(Path file, MemorySegment bytes) throws ModelFormatException {
        long limit =
                Math.min(
                        OnnxReader.MAX_FILE_BYTES,
                        Math.max(SMALL_BYTES, bytes.byteSize() * MAX_RATIO));
        try {
            long size = copy(bytes, MemorySegment.NULL, limit);
            if (size > limit) {
                throw new ModelFormatException(
                        "Cannot open "
                                + file
                                + ": it unpacks to more than "
                                + ByteCount.text(limit)
                                + "; unpack it with gunzip if you trust it");
            }
            var unpacked = Arena.ofAuto().allocate(Math.max(1, size)).asSlice(0, size);
            if (copy(bytes, unpacked, size) != size) {
                throw new IOException("it changed while it was read");
            }
            return unpacked.asReadOnly();
        } catch (EOFException e) {
            throw damaged(file, "it ends too early", e);
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    /// Unpacks and stops soon after the limit.
    ///
    /// @param into nothing is kept if it has no size
    /// @return how many bytes were unpacked
    private static long copy(MemorySegment bytes, MemorySegment into, long limit)
            throws IOException {
        var buffer = new byte[BUFFER_BYTES];
        long size = 0;
        try (InputStream stream = new GZIPInputStream(new SegmentStream(bytes), BUFFER_BYTES)) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                if (size + count > limit) {
                    return size + count;
                }
                if (into.byteSize() > 0) {
                    MemorySegment.copy(buffer, 0, into, ValueLayout.JAVA_BYTE, size, count);
                }
                size += count;
            }
        }
        return size;
    }

    private static ModelFormatException damaged(Path file, String reason, IOException cause) {
        return new ModelFormatException(
                "Cannot open "
                        + file
                        + ": its compressed data is damaged ("
                        + OneLine.of(reason)
                        + "); export or download it again",
                cause);
    }
}
