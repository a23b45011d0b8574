package dev.lathe.profiler.trace;

import java.io.Serial;

/// A profile of the runtime that cannot be read.
public final class TraceException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    TraceException(String clause) {
        super(clause);
    }

    TraceException(String clause, Throwable cause) {
        super(clause, cause);
    }
}
