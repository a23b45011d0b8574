package dev.lathe.runner;

import java.io.IOException;
import java.io.Serial;

/// Bytes that are no frame of the protocol, or a frame that lacks what it should have.
public final class ProtocolException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    public ProtocolException(String message) {
        super(message);
    }
}
