package dev.lathe.ui.command;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// Finds commands by words that need not be complete. Every word has to be found in the title or in
/// the id: best at the beginning of a word, else anywhere, else letter by letter (`zin` finds *zoom
/// in*). What was chosen last comes first among equals.
final class CommandMatch {
    private static final int AT_WORD = 3;
    private static final int INSIDE = 2;
    private static final int LETTERS = 1;

    private CommandMatch() {}

    /// A command and how well it fits.
    private record Scored(Command command, int score, int recency) {}

    /// The commands that a query finds, those that fit best first; those that cannot be used now
    /// come last. An empty query finds all, those chosen last first. Commands without a title are
    /// left out.
    static List<Command> find(String query, List<Command> commands, List<Command> recent) {
        var text = query.strip().toLowerCase(Locale.ROOT);
        var words = text.isEmpty() ? new String[0] : text.split("\\s+", -1);
        Map<String, Integer> recency = new HashMap<>();
        for (Command command : recent) {
            recency.putIfAbsent(command.id(), recency.size());
        }
        return commands.stream()
                .filter(command -> !command.title().getValue().isEmpty())
                .flatMap(command ->
                        score(command, words).stream()
                                .mapToObj(score ->
                                        new Scored(
                                                command,
                                                score,
                                                recency.getOrDefault(
                                                        command.id(), Integer.MAX_VALUE))))
                .sorted(
                        Comparator.comparing((Scored scored) -> !scored.command().isEnabled())
                                .thenComparingInt(scored -> -scored.score())
                                .thenComparingInt(Scored::recency))
                .map(Scored::command)
                .toList();
    }

    private static OptionalInt score(Command command, String[] words) {
        var title = command.title().getValue().toLowerCase(Locale.ROOT);
        var id = command.id().toLowerCase(Locale.ROOT);
        int sum = 0;
        for (String word : words) {
            int score = Math.max(2 * score(title, word), score(id, word));
            if (score == 0) {
                return OptionalInt.empty();
            }
            sum += score;
        }
        return OptionalInt.of(sum);
    }

    private static int score(String text, String word) {
        int at = text.indexOf(word);
        if (at < 0) {
            return holdsLetters(text, word) ? LETTERS : 0;
        }
        for (; at >= 0; at = text.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return AT_WORD;
            }
        }
        return INSIDE;
    }

    /// Whether the letters of a word are in a text in their order, the first of them at the
    /// beginning of a word.
    private static boolean holdsLetters(String text, String word) {
        for (int start = 0; start < text.length(); start++) {
            boolean begins = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
            if (begins && text.charAt(start) == word.charAt(0) && followsFrom(text, start, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean followsFrom(String text, int start, String word) {
        int found = 0;
        for (int i = start; i < text.length() && found < word.length(); i++) {
            if (text.charAt(i) == word.charAt(found)) {
                found++;
            }
        }
        return found == word.length();
    }
}
