package dev.lathe.model.recipe;

import dev.lathe.model.edit.Edit;
import java.util.List;
import java.util.stream.Stream;

/// Edits in the order in which they are made.
public record Recipe(List<Edit> edits) {

    /// The recipe that changes nothing.
    public static final Recipe EMPTY = new Recipe(List.of());

    public Recipe {
        edits = List.copyOf(edits);
    }

    /// This recipe followed by one more edit.
    public Recipe then(Edit edit) {
        return new Recipe(Stream.concat(edits.stream(), Stream.of(edit)).toList());
    }

    /// The first so many edits.
    public Recipe prefix(int count) {
        return new Recipe(edits.subList(0, count));
    }
}
