package dev.lathe.app.cli;

/// Makes characters visible that would command a terminal instead of being shown: a model may have
/// any in its names.
final class Visible {
    private Visible() {}

    /// The text with control characters, line breaks and the marks that turn the direction of
    /// writing (Unicode Bidirectional Algorithm, section 2) as escapes: `\u001b`.
    static String of(String text) {
        if (text.chars().noneMatch(Visible::commands)) {
            return text;
        }
        var visible = new StringBuilder();
        text.chars()
                .forEach(c -> {
                    if (commands(c)) {
                        visible.append("\\u%04x".formatted(c));
                    } else {
                        visible.append((char) c);
                    }
                });
        return visible.toString();
    }

    private static boolean commands(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> turnsDirection(c);
            default -> false;
        };
    }

    private static boolean turnsDirection(int c) {
        return c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
