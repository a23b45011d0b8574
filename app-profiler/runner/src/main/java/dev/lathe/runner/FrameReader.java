package dev.lathe.runner;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Reads frames from a stream. Not thread-safe.
public final class FrameReader {
    /// The most bytes that the payload of one frame can have.
    public static final long MAX_PAYLOAD = Integer.MAX_VALUE - 1024;

    private static final int MAX_HEADER = 64 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final DataInputStream in;
    private final IntFunction<ByteBuffer> allocator;
    private final JsonText json = new JsonText();
    private final byte[] chunk = new byte[CHUNK];

    /// A reader.
    ///
    /// @param allocator makes the buffer for a payload of so many bytes, cleared
    public FrameReader(InputStream in, IntFunction<ByteBuffer> allocator) {
        this.in = new DataInputStream(in);
        this.allocator = allocator;
    }

    /// Waits for the next frame; empty if the stream ended before it began.
    public Optional<Frame> read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        int magic = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (magic != FrameWriter.MAGIC) {
            throw new ProtocolException("the bytes are no frame: " + beginning(magic));
        }
        int headerLength = in.readInt();
        long payloadLength = in.readLong();
        if (headerLength < 0
                || headerLength > MAX_HEADER
                || payloadLength < 0
                || payloadLength > MAX_PAYLOAD) {
            throw new ProtocolException("a frame's lengths are out of range");
        }
        JsonObject header = json.read(readHeader(headerLength));
        return Optional.of(
                payloadLength == 0
                        ? new Frame(header)
                        : new Frame(header, List.of(readPayload((int) payloadLength))));
    }

    private byte[] readHeader(int length) throws IOException {
        byte[] header = in.readNBytes(length);
        if (header.length < length) {
            throw new EOFException("the stream ended within a frame");
        }
        return header;
    }

    private ByteBuffer readPayload(int length) throws IOException {
        ByteBuffer payload = allocator.apply(length);
        if (payload.hasArray()) {
            in.readFully(payload.array(), payload.arrayOffset() + payload.position(), length);
            return payload;
        }
        ByteBuffer target = payload.duplicate();
        for (int done = 0; done < length; ) {
            int read = in.read(chunk, 0, Math.min(CHUNK, length - done));
            if (read < 0) {
                throw new EOFException("the stream ended within a frame");
            }
            target.put(chunk, 0, read);
            done += read;
        }
        return payload;
    }

    private static String beginning(int magic) {
        byte[] letters = ByteBuffer.allocate(4).putInt(magic).array();
        return new String(letters, StandardCharsets.ISO_8859_1).replaceAll("\\P{Print}", "?");
    }
}
