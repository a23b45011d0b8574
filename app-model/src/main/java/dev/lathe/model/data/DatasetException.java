package dev.lathe.model.data;

import java.io.Serial;

/// A data set that cannot be used: what, on what, why and what to do, in one sentence.
public final class DatasetException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
