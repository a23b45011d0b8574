package dev.lathe.app.tour;

import java.io.Serial;

/// A tour that could not be finished, in one sentence.
public final class TourException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public TourException(String message) {
        super(message);
    }

    public TourException(String message, Throwable cause) {
        super(message, cause);
    }
}
