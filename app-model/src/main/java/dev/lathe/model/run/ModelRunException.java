package dev.lathe.model.run;

import java.io.Serial;

/// A model that could not be executed: what, on what, why and what to do, in one sentence.
public final class ModelRunException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public ModelRunException(String message) {
        super(message);
    }

    public ModelRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
