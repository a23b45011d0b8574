package dev.lathe.model.metric;

import java.io.Serial;

/// A file of values that cannot be used: what, on what, why and what to do, in one sentence.
public final class ValuesException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public ValuesException(String message) {
        super(message);
    }

    public ValuesException(String message, Throwable cause) {
        super(message, cause);
    }
}
