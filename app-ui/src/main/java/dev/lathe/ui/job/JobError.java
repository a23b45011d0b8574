package dev.lathe.ui.job;

import java.io.Serial;

/// A job that ended with an error that no code foresees, such as too little memory.
public final class JobError extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    JobError(Error cause) {
        super(message(cause), cause);
    }

    private static String message(Error cause) {
        return cause instanceof OutOfMemoryError
                ? "Cannot go on: there is not enough memory; close other models and programs"
                : cause.toString();
    }
}
