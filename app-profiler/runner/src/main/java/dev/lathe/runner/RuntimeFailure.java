package dev.lathe.runner;

import java.io.Serial;

/// What a runtime would not do, in its own words.
final class RuntimeFailure extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final boolean explained;

    private RuntimeFailure(String message, boolean explained) {
        super(message);
        this.explained = explained;
    }

    RuntimeFailure(String message) {
        this(message, true);
    }

    RuntimeFailure(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.explained = true;
    }

    /// A failure whose reason the runtime has written to standard error.
    ///
    /// @param otherwise the message should it not have done so
    static RuntimeFailure explainedOnStandardError(String otherwise) {
        return new RuntimeFailure(otherwise, false);
    }

    /// Whether the message is all that there is to know.
    boolean isExplained() {
        return explained;
    }
}
