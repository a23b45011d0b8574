package dev.lathe.model.edit;

import java.io.Serial;

/// An edit that cannot be made to the model at hand: what, on what, why and what to do, in one
/// sentence.
public final class EditException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Edit edit;

    public EditException(Edit edit, String message) {
        super(message);
        this.edit = edit;
    }

    public EditException(Edit edit, String message, Throwable cause) {
        super(message, cause);
        this.edit = edit;
    }

    /// The edit that failed.
    public Edit edit() {
        return edit;
    }
}
