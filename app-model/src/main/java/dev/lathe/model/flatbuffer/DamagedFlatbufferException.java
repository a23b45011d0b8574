package dev.lathe.model.flatbuffer;

import java.io.Serial;

/// What is wrong with a flatbuffer, as a clause without a full stop.
public final class DamagedFlatbufferException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public DamagedFlatbufferException(String reason) {
        super(reason);
    }

    /// The clause.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
