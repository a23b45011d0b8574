package dev.lathe.resources.operator;

/// An input or output of an operator, by its name in the specification.
public record Parameter(String name, Presence presence) {

    static Parameter parse(String word) {
        char last = word.charAt(word.length() - 1);
        return switch (last) {
            case '?' -> new Parameter(stem(word), Presence.OPTIONAL);
            case '*' -> new Parameter(stem(word), Presence.REPEATED);
            default -> new Parameter(word, Presence.REQUIRED);
        };
    }

    private static String stem(String word) {
        return word.substring(0, word.length() - 1);
    }
}
