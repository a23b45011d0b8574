package dev.lathe.model.shape;

import java.io.Serial;

/// Sizes that a model's free dimensions cannot be set to: what, on what, why and what to do, in one
/// sentence.
public final class DimensionException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    DimensionException(String message) {
        super(message);
    }
}
