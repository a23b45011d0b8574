package dev.lathe.export.pack;

import java.io.Serial;

/// A package that cannot be made: what, on what, why and what to do, in one sentence.
public final class ExportException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public ExportException(String message) {
        super(message);
    }

    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
