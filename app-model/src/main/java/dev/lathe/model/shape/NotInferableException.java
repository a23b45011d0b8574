package dev.lathe.model.shape;

import java.io.Serial;

/// Says that a rule cannot tell more than it already has: an input is not known well enough, or the
/// node breaks its operator's specification. Carries no message and no stack, because it is the
/// ordinary end of a rule.
final class NotInferableException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    NotInferableException() {
        super(null, null, false, false);
    }
}
