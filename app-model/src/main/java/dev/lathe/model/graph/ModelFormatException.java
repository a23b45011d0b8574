package dev.lathe.model.graph;

import java.io.Serial;

/// A file that cannot be read as a model: what, on what, why and what to do, in one sentence.
public final class ModelFormatException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public ModelFormatException(String message) {
        super(message);
    }

    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
