package dev.lathe.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes frames to a stream. Several threads may write; their frames do not mix.
public final class FrameWriter {
    static final int MAGIC = 0x4C544831; // LTH1
    private static final int CHUNK = 64 * 1024;

    private final OutputStream out;
    private final JsonText json = new JsonText();
    private final byte[] chunk = new byte[CHUNK];

    public FrameWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes a whole frame and flushes it.
    public synchronized void write(Frame frame) throws IOException {
        byte[] header = json.write(frame.header());
        ByteBuffer start = ByteBuffer.allocate(16 + header.length);
        start.putInt(MAGIC).putInt(header.length).putLong(frame.payloadBytes()).put(header);
        out.write(start.array());
        for (ByteBuffer part : frame.payload()) {
            copy(part.duplicate());
        }
        out.flush();
    }

    private void copy(ByteBuffer part) throws IOException {
        while (part.hasRemaining()) {
            int length = Math.min(part.remaining(), CHUNK);
            part.get(chunk, 0, length);
            out.write(chunk, 0, length);
        }
    }
}
