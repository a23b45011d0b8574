package dev.lathe.model.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The words that stand before a colon in a query.
enum Key {
    OP("operator", "optype", "type", "kind"),
    NAME("node", "layer", "id", "label"),
    SHAPE("dims", "dim", "size", "sizes"),
    ATTR("attribute", "attributes", "attrs", "param"),
    DTYPE("datatype", "elementtype", "precision"),
    IN("input", "inputs", "weight", "weights", "initializer", "reads"),
    OUT("output", "outputs", "makes"),
    SCOPE("path", "place", "inside", "within", "graph", "subgraph"),
    GROUP("groups", "module", "block"),
    RE("regex", "regexp", "pattern");

    @SuppressWarnings("ImmutableEnumChecker") // nothing writes to it
    private final String[] meanings;

    Key(String... meanings) {
        this.meanings = meanings;
    }

    /// As it is written in a query.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key with a word, whatever its case.
    static Optional<Key> of(String word) {
        return Arrays.stream(values()).filter(key -> key.name().equalsIgnoreCase(word)).findFirst();
    }

    /// The key that somebody probably means by a word that is none.
    static Optional<Key> meantBy(String word) {
        var folded = word.toLowerCase(Locale.ROOT);
        for (Key key : values()) {
            if (Arrays.asList(key.meanings).contains(folded)) {
                return Optional.of(key);
            }
        }
        return Arrays.stream(values())
                .filter(key -> key.word().length() > 2 && isNear(key.word(), folded))
                .findFirst();
    }

    /// Whether a word has one letter too many, too few or wrong, or the other is its beginning.
    private static boolean isNear(String key, String word) {
        if (word.length() >= 3 && (key.startsWith(word) || word.startsWith(key))) {
            return true;
        }
        int start = 0;
        int shorter = Math.min(key.length(), word.length());
        while (start < shorter && key.charAt(start) == word.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && key.charAt(key.length() - 1 - end) == word.charAt(word.length() - 1 - end)) {
            end++;
        }
        return Math.max(key.length(), word.length()) - start - end <= 1;
    }
}
