package dev.lathe.model.search;

/// Where a part of a query was found.
///
/// @param text the whole text that it was found in: a name, a shape, `group = 1`
/// @param from the first character of it that the query asks for
/// @param to after the last such character
public record Match(Field field, String text, int from, int to) {
    public Match {
        if (from < 0 || to < from || to > text.length()) {
            throw new IllegalArgumentException(
                    "no part of a text of " + text.length() + ": " + from + " to " + to);
        }
    }

    /// A match of all of a text.
    static Match all(Field field, String text) {
        return new Match(field, text, 0, text.length());
    }
}
