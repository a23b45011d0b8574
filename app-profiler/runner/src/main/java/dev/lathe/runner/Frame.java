package dev.lathe.runner;

import java.nio.ByteBuffer;
import java.util.List;

/// One message of the protocol.
///
/// @param payload follows the header, one buffer after the other, from position to limit
public record Frame(JsonObject header, List<ByteBuffer> payload) {
    public Frame {
        payload = List.copyOf(payload);
    }

    /// A message without payload.
    public Frame(JsonObject header) {
        this(header, List.of());
    }

    /// The bytes of the payload in all.
    public long payloadBytes() {
        return payload.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /// The payload as one buffer; a message that was read has just one.
    public ByteBuffer onlyPayload() {
        return payload.isEmpty() ? ByteBuffer.allocate(0) : payload.get(0).duplicate();
    }
}
