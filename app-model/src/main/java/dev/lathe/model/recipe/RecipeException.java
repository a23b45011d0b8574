package dev.lathe.model.recipe;

import java.io.Serial;

/// A text that cannot be read as a recipe: what, on what, why and what to do, in one sentence.
public final class RecipeException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public RecipeException(String message) {
        super(message);
    }

    public RecipeException(String message, Throwable cause) {
        super(message, cause);
    }
}
