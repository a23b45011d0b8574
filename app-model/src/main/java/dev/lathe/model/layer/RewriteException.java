package dev.lathe.model.layer;

import java.io.Serial;

/// A model that cannot be rewritten as asked: what, on what, why and what to do, in one sentence.
public final class RewriteException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public RewriteException(String message) {
        super(message);
    }
}
